package dev.landwaiter.dockerfile.parse;

import dev.landwaiter.dockerfile.syntax.Blank;
import dev.landwaiter.dockerfile.syntax.Flag;
import dev.landwaiter.dockerfile.syntax.MappedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the flags of the builder at the beginning of what follows a keyword.
final class FlagReader {
  private final MappedText rest;
  private final String text;
  private final char escape;
  private final List<Flag> flags = new ArrayList<>(0);
  private final StringBuilder word = new StringBuilder();
  private int at;

  FlagReader(MappedText rest, char escape) {
    this.rest = rest;
    this.text = rest.toString();
    this.escape = escape;
  }

  List<Flag> flags() {
    return flags;
  }

  /// Where the arguments begin.
  int read() {
    while (true) {
      while (at < text.length() && isSpace(text.charAt(at))) {
        at++;
      }
      if (!text.startsWith("--", at)) {
        return at;
      }
      int start = at;
      word.setLength(0);
      word();
      if (word.length() == 2) {
        return at;
      }
      flags.add(flag(start));
    }
  }

  private void word() {
    char quote = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (quote == 0 && endsWord(c)) {
        return;
      }
      at++;
      if (quote != 0 && c == quote) {
        quote = 0;
      } else if (quote == 0 && (c == '\'' || c == '"')) {
        quote = c;
      } else if (c != escape) {
        word.append(c);
      } else if (at < text.length()) {
        word.append(text.charAt(at++));
      }
    }
  }

  /// What may stand between words here, whatever Unicode says.
  static boolean isSpace(char c) {
    return c < 0x80 && Blank.isSpace(c);
  }

  /// The builder looks at bytes, and so takes a no-break space for the end of a word; that other
  /// characters have the same byte in them does not end the word here.
  static boolean endsWord(char c) {
    return isSpace(c) || c == 0x85 || c == 0xA0;
  }

  private Flag flag(int start) {
    String read = word.substring(2);
    int equals = read.indexOf('=');
    return new Flag(
        equals < 0 ? read : read.substring(0, equals),
        equals < 0 ? Optional.empty() : Optional.of(read.substring(equals + 1)),
        text.substring(start, at),
        rest.span(start, at));
  }
}
