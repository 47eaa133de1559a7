package dev.landwaiter.policy.input.hcl;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.policy.input.SourceText;

/// Quoted texts of HCL 1 and of its JSON form.
final class Hcl1Text {
  private final SourceText source;
  private final String text;
  private final StringBuilder value = new StringBuilder();
  private int at;

  private Hcl1Text(SourceText source, int from) {
    this.source = source;
    this.text = source.text();
    this.at = from + 1;
  }

  /// A text that was read.
  ///
  /// @param to the offset behind its closing quote
  record Read(String value, int to) {}

  /// Reads a text from its opening quote on. Interpolations `${…}` stay as they are written, quotes
  /// and line breaks inside them included.
  static Read quoted(SourceText source, int from) throws FormatException {
    var reader = new Hcl1Text(source, from);
    while (reader.peek() != '"') {
      if (reader.text.startsWith("${", reader.at)) {
        reader.interpolation(from);
      } else {
        reader.character(from, false);
      }
    }
    return new Read(reader.value.toString(), reader.at + 1);
  }

  /// Reads a text of JSON.
  static Read json(SourceText source, int from) throws FormatException {
    var reader = new Hcl1Text(source, from);
    while (reader.peek() != '"') {
      reader.character(from, true);
    }
    return new Read(reader.value.toString(), reader.at + 1);
  }

  private char peek() {
    return at < text.length() ? text.charAt(at) : 0;
  }

  private void interpolation(int from) throws FormatException {
    int start = at;
    int braces = 1;
    at += 2;
    while (braces > 0) {
      if (at >= text.length()) {
        throw source.wrong(from, "an interpolation ${ without its }", "");
      }
      char c = text.charAt(at++);
      braces += c == '{' ? 1 : c == '}' ? -1 : 0;
    }
    value.append(text, start, at);
  }

  private void character(int from, boolean json) throws FormatException {
    if (at >= text.length() || text.charAt(at) == '\n') {
      throw source.wrong(from, "a text without its closing quote", "write \\n for a line break");
    }
    char c = text.charAt(at++);
    if (c != '\\') {
      value.append(c);
      return;
    }
    char kind = peek();
    at++;
    switch (kind) {
      case 'a' -> value.append('\u0007');
      case 'b' -> value.append('\b');
      case 'f' -> value.append('\f');
      case 'n' -> value.append('\n');
      case 'r' -> value.append('\r');
      case 't' -> value.append('\t');
      case 'v' -> value.append('\u000b');
      case '\\', '"' -> value.append(kind);
      case 'x' -> digits(2, 16);
      case 'u' -> digits(4, 16);
      case 'U' -> digits(8, 16);
      case '0', '1', '2', '3', '4', '5', '6', '7' -> {
        at--;
        digits(3, 8);
      }
      default -> {
        if (!json || kind != '/') {
          throw source.wrong(at - 2, "an unknown escape sequence", "write \\\\ for a backslash");
        }
        value.append(kind);
      }
    }
  }

  private void digits(int count, int radix) throws FormatException {
    int point = 0;
    for (int i = 0; i < count; i++) {
      int digit = peek() < 128 ? Character.digit(peek(), radix) : -1;
      if (digit < 0) {
        throw source.wrong(at, "an escape sequence needs " + count + " digits", "");
      }
      point = point > Character.MAX_CODE_POINT ? point : point * radix + digit;
      at++;
    }
    boolean isScalar =
        point <= Character.MAX_CODE_POINT
            && (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE);
    value.appendCodePoint(isScalar ? point : 0xfffd);
  }
}
