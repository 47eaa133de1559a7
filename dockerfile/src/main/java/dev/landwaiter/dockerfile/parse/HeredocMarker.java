package dev.landwaiter.dockerfile.parse;

import dev.landwaiter.dockerfile.syntax.Blank;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// A word that announces a heredoc: number, `<<`, dash, name.
///
/// @param name without quotes and escapes
/// @param expand whether no part of the name was quoted
record HeredocMarker(OptionalInt descriptor, boolean chomp, String name, boolean expand) {

  /// Reads a word as it is written, quotes in it; nothing when it is no marker or cannot be read.
  static Optional<HeredocMarker> of(String word) {
    return read(word).marker();
  }

  /// What came of a word.
  ///
  /// @param broken whether it would be a marker but for quotes or variables that do not end
  record Outcome(Optional<HeredocMarker> marker, boolean broken) {}

  static Outcome read(String word) {
    int at = 0;
    while (at < word.length() && word.charAt(at) >= '0' && word.charAt(at) <= '9') {
      at++;
    }
    if (!word.startsWith("<<", at)) {
      return new Outcome(Optional.empty(), false);
    }
    OptionalInt descriptor = descriptor(word.substring(0, at));
    at += 2;
    boolean chomp = word.startsWith("-", at);
    at = chomp ? at + 1 : at;
    while (at < word.length() && isPlainSpace(word.charAt(at))) {
      at++;
    }
    String rest = word.substring(at);
    if (rest.isEmpty() || rest.indexOf('<') >= 0) {
      return new Outcome(Optional.empty(), false);
    }
    ShellWords plain = new ShellWords(rest, false, false);
    ShellWords raw = new ShellWords(rest, true, false);
    if (!plain.read() || !raw.read()) {
      return new Outcome(Optional.empty(), true);
    }
    List<String> names = plain.texts();
    if (names.size() != 1) {
      return new Outcome(Optional.empty(), false);
    }
    if (raw.texts().size() != 1) {
      return new Outcome(Optional.empty(), true);
    }
    String name = names.getFirst();
    boolean expand = quotes(name) == quotes(raw.texts().getFirst());
    return new Outcome(Optional.of(new HeredocMarker(descriptor, chomp, name, expand)), false);
  }

  private static OptionalInt descriptor(String digits) {
    if (digits.isEmpty()) {
      return OptionalInt.empty();
    }
    return OptionalInt.of(digits.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(digits));
  }

  private static boolean isPlainSpace(char c) {
    return c < 0x80 && c != 0x0B && Blank.isSpace(c);
  }

  private static int quotes(String text) {
    int count = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '"' || text.charAt(i) == '\'') {
        count++;
      }
    }
    return count;
  }
}
