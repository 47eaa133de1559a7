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
      while (at < text.length() && Blank.isSpace(text.charAt(at))) {
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
      if (quote == 0 && Blank.isSpace(c)) {
        return;
      }
      at++;
      if (c == quote) {
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
