package dev.landwaiter.dockerfile.output.classic;

import dev.landwaiter.dockerfile.output.Linted;
import dev.landwaiter.dockerfile.output.ReportOptions;
import java.util.ArrayList;
import java.util.List;

/// The findings of files in the order the classic forms tell them: what could not be read first.
final class Entries {
  private Entries() {}

  static List<Entry> of(List<Linted> files, ReportOptions options) {
    List<Entry> entries = new ArrayList<>();
    files.forEach(linted -> add(linted, options, entries));
    return entries;
  }

  static List<Entry> of(Linted linted, ReportOptions options) {
    List<Entry> entries = new ArrayList<>();
    add(linted, options, entries);
    return entries;
  }

  private static void add(Linted linted, ReportOptions options, List<Entry> entries) {
    for (boolean unreadable : new boolean[] {true, false}) {
      linted.findings().stream()
          .filter(each -> Linted.unreadable(each) == unreadable)
          .forEach(each -> entries.add(new Entry(linted, each, options)));
    }
  }
}
