package dev.landwaiter.policy.input.text;

import dev.landwaiter.base.format.FormatException;
import java.util.ArrayList;
import java.util.List;

/// Reads the keys and values of Java's properties (the class `java.util.Properties`, method
/// `load`), in UTF-8.
final class PropertiesReader {
  private final String where;
  private final String text;
  private int at;

  PropertiesReader(String where, String text) {
    this.where = where;
    this.text = text;
  }

  /// All entries in their order.
  ///
  /// @throws FormatException when an escape of a character by its number is broken
  List<Entry> read() throws FormatException {
    List<Entry> entries = new ArrayList<>();
    while (at < text.length()) {
      char c = text.charAt(at);
      if (isBlank(c) || isLineEnd(c)) {
        at++;
      } else if (c == '#' || c == '!') {
        while (at < text.length() && !isLineEnd(text.charAt(at))) {
          at++;
        }
      } else {
        String key = piece(true);
        blanks();
        if (at < text.length() && (text.charAt(at) == '=' || text.charAt(at) == ':')) {
          at++;
          blanks();
        }
        int start = at;
        entries.add(new Entry("", key, piece(false), start, at));
      }
    }
    return entries;
  }

  private void blanks() {
    while (at < text.length() && isBlank(text.charAt(at))) {
      at++;
    }
  }

  private String piece(boolean key) throws FormatException {
    var piece = new StringBuilder();
    for (; at < text.length() && !isLineEnd(text.charAt(at)); at++) {
      char c = text.charAt(at);
      if (key && (isBlank(c) || c == '=' || c == ':')) {
        break;
      }
      if (c == '\\') {
        at++;
        escape(piece);
      } else {
        piece.append(c);
      }
    }
    // A backslash may be the last character.
    at = Math.min(at, text.length());
    return piece.toString();
  }

  /// Reads what stands behind a backslash and stays on its last character.
  private void escape(StringBuilder piece) throws FormatException {
    if (at >= text.length()) {
      return;
    }
    char c = text.charAt(at);
    switch (c) {
      case '\r', '\n' -> {
        at += c == '\r' && text.startsWith("\n", at + 1) ? 2 : 1;
        blanks();
        at--;
      }
      case 'f' -> piece.append('\f');
      case 'n' -> piece.append('\n');
      case 'r' -> piece.append('\r');
      case 't' -> piece.append('\t');
      case 'u' -> {
        piece.append(number());
        at += 4;
      }
      default -> piece.append(c);
    }
  }

  private char number() throws FormatException {
    int number = 0;
    for (int i = at + 1; i <= at + 4; i++) {
      int digit = i < text.length() ? Character.digit(text.charAt(i), 16) : -1;
      if (digit < 0) {
        throw LineText.wrong(
            where, text, at - 1, "\\u without four hexadecimal digits", "write \\\\ for one \\");
      }
      number = number * 16 + digit;
    }
    return (char) number;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\f';
  }

  private static boolean isLineEnd(char c) {
    return c == '\r' || c == '\n';
  }
}
