package dev.landwaiter.dockerfile.syntax;

import java.util.Locale;
import java.util.Optional;

/// A line in the form of a directive: mark, name, equals sign, value.
///
/// @param name in lower case
public record DirectiveText(String name, String value) {

  /// Reads the line from `start` to `end`; nothing when it has another form.
  public static Optional<DirectiveText> read(String text, String mark, int start, int end) {
    if (!text.startsWith(mark, start) || start + mark.length() > end) {
      return Optional.empty();
    }
    int at = start + mark.length();
    while (at < end && Blank.isSpace(text.charAt(at))) {
      at++;
    }
    int name = at;
    while (at < end && isNamePart(text.charAt(at), at > name)) {
      at++;
    }
    int nameEnd = at;
    while (at < end && isPlainSpace(text.charAt(at))) {
      at++;
    }
    if (nameEnd == name || at == end || text.charAt(at) != '=') {
      return Optional.empty();
    }
    int value = at + 1;
    while (value < end && isPlainSpace(text.charAt(value))) {
      value++;
    }
    int valueEnd = end;
    while (valueEnd > value && isPlainSpace(text.charAt(valueEnd - 1))) {
      valueEnd--;
    }
    if (value == end) {
      if (end == at + 1) {
        return Optional.empty();
      }
      // Of nothing but blanks the last one is the value.
      value = end - 1;
      valueEnd = end;
    }
    return Optional.of(
        new DirectiveText(
            text.substring(name, nameEnd).toLowerCase(Locale.ROOT),
            text.substring(value, valueEnd)));
  }

  /// Whether the builder knows a directive of this name.
  public boolean known() {
    return name.equals("syntax") || name.equals("escape") || name.equals("check");
  }

  private static boolean isNamePart(char c, boolean digits) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (digits && c >= '0' && c <= '9');
  }

  private static boolean isPlainSpace(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\n';
  }
}
