package dev.landwaiter.dockerfile.shell.view;

import java.util.ArrayList;
import java.util.List;

/// The flags a word sets.
final class Flags {
  private Flags() {}

  static List<String> of(String word) {
    if (word.length() < 2 || word.charAt(0) != '-' || word.equals("--")) {
      return List.of();
    }
    if (word.charAt(1) == '-') {
      int end = word.indexOf('=');
      return List.of(end < 0 ? word.substring(2) : word.substring(2, end));
    }
    if (word.length() == 2) {
      return List.of(word.substring(1));
    }
    var flags = new ArrayList<String>(word.length());
    for (int at = 1; at < word.length(); ) {
      int end = word.offsetByCodePoints(at, 1);
      flags.add(word.substring(at, end));
      at = end;
    }
    return flags;
  }
}
