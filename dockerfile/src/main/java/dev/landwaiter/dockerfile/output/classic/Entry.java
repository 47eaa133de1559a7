package dev.landwaiter.dockerfile.output.classic;

import dev.landwaiter.base.text.Plain;
import dev.landwaiter.base.text.Position;
import dev.landwaiter.dockerfile.Finding;
import dev.landwaiter.dockerfile.output.Linted;
import dev.landwaiter.dockerfile.output.ReportOptions;
import dev.landwaiter.dockerfile.output.Source;

/// One finding as the classic forms see it.
record Entry(Linted linted, Finding finding, ReportOptions options) {
  /// Whether it says that the file could not be read.
  boolean unreadable() {
    return Linted.unreadable(finding);
  }

  String file() {
    return linted.name();
  }

  /// The file's name, or the path given instead.
  String shown() {
    return options.shown(linted);
  }

  private boolean exact() {
    return unreadable() || !options.classic();
  }

  /// The place where the finding begins: rules of the classic forms know lines only.
  Position start() {
    return exact() ? finding.span().start() : new Position(finding.line(), 1);
  }

  /// The place behind it; the start itself where only lines are known or the file ends there.
  Position end() {
    return exact() && !unreadable() ? finding.span().end() : start();
  }

  int line() {
    return start().line();
  }

  String message() {
    return finding.message();
  }

  /// The message on one line, with nothing in it that moves a terminal's cursor.
  String oneLine() {
    return Plain.lines(message()).replace('\n', ' ').replace('\t', ' ');
  }

  /// The message, and where the file could not be read the place shown in its line.
  String explained() {
    return unreadable() ? excerpt() : message();
  }

  private String excerpt() {
    Position place = start();
    Source source = linted.source();
    String number = Integer.toString(place.line());
    String margin = " ".repeat(number.length()) + " |";
    String line = source.line(place.line());
    int before = Math.min(source.column(place) - 1, line.length());
    String shown = line.isEmpty() ? "<empty line>" : expanded(line);
    return "%s:%d:%d:\n%s\n%s | %s\n%s %s^\n%s\n"
        .formatted(
            file(),
            place.line(),
            place.column(),
            margin,
            number,
            shown,
            margin,
            " ".repeat(expanded(line.substring(0, before)).length()),
            message());
  }

  /// Tabs lead to the next multiple of eight columns.
  private static String expanded(String line) {
    if (line.indexOf('\t') < 0) {
      return line;
    }
    var text = new StringBuilder();
    for (int i = 0; i < line.length(); i++) {
      if (line.charAt(i) == '\t') {
        text.repeat(' ', 8 - text.length() % 8);
      } else {
        text.append(line.charAt(i));
      }
    }
    return text.toString();
  }
}
