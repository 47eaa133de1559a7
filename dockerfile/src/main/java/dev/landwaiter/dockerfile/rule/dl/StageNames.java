package dev.landwaiter.dockerfile.rule.dl;

import dev.landwaiter.dockerfile.syntax.Instruction;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// The stages of a file so far.
final class StageNames {
  private final Set<String> names = new HashSet<>();
  private final Set<String> lower = new HashSet<>();
  private int count;

  void add(Instruction.From from) {
    count++;
    from.name()
        .ifPresent(each -> {
          names.add(each.text());
          lower.add(each.text().toLowerCase(Locale.ROOT));
        });
  }

  /// Whether a stage has exactly this name.
  boolean has(String name) {
    return names.contains(name);
  }

  boolean hasAnyCase(String name) {
    return lower.contains(name.toLowerCase(Locale.ROOT));
  }

  /// How many stages began.
  int count() {
    return count;
  }

  /// Whether the text is the number of a stage, from 0.
  boolean isIndex(String text) {
    if (text.isEmpty() || text.length() > 9) {
      return false;
    }
    int value = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return false;
      }
      value = 10 * value + c - '0';
    }
    return value < count;
  }
}
