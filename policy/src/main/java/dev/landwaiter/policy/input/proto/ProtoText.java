package dev.landwaiter.policy.input.proto;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.policy.input.SourceText;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// A text in single or double quotes, which stands for bytes.
final class ProtoText {
  private final SourceText source;
  private final String text;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private int at;

  /// @param from the offset of the opening quote
  ProtoText(SourceText source, int from) throws FormatException {
    this.source = source;
    this.text = source.text();
    char quote = text.charAt(from);
    at = from + 1;
    while (peek() != quote) {
      if (at >= text.length() || peek() == '\n' || peek() == 0) {
        throw source.wrong(from, "a text without its closing quote", "write \\n for a line break");
      }
      character();
    }
    at++;
  }

  /// The offset behind the closing quote.
  int end() {
    return at;
  }

  /// The bytes, one in each character.
  String latin() {
    return bytes.toString(StandardCharsets.ISO_8859_1);
  }

  private char peek() {
    return at < text.length() ? text.charAt(at) : 0;
  }

  private void character() throws FormatException {
    int point = text.codePointAt(at);
    at += Character.charCount(point);
    if (point != '\\') {
      append(point);
      return;
    }
    char kind = peek();
    at++;
    switch (kind) {
      case 'a' -> bytes.write(7);
      case 'b' -> bytes.write('\b');
      case 'f' -> bytes.write('\f');
      case 'n' -> bytes.write('\n');
      case 'r' -> bytes.write('\r');
      case 't' -> bytes.write('\t');
      case 'v' -> bytes.write(11);
      case '"', '\'', '\\', '?' -> bytes.write(kind);
      case 'x', 'X' -> bytes.write(digits(1, 2, 16));
      case 'u' -> append(scalar(digits(4, 4, 16)));
      case 'U' -> append(scalar(digits(8, 8, 16)));
      case '0', '1', '2', '3', '4', '5', '6', '7' -> {
        at--;
        int octal = digits(1, 3, 8);
        if (octal > 0xff) {
          throw source.wrong(at - 3, "an octal escape beyond one byte", "");
        }
        bytes.write(octal);
      }
      default -> throw source.wrong(at - 2, "an unknown escape sequence", "");
    }
  }

  private void append(int point) {
    bytes.writeBytes(Character.toString(point).getBytes(StandardCharsets.UTF_8));
  }

  private int scalar(int point) throws FormatException {
    if (point > Character.MAX_CODE_POINT
        || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)) {
      throw source.wrong(at, "an escape that is no character", "");
    }
    return point;
  }

  private int digits(int least, int most, int radix) throws FormatException {
    int value = 0;
    int count = 0;
    while (count < most && peek() < 128 && Character.digit(peek(), radix) >= 0) {
      value = Math.min(value, 0x200000) * radix + Character.digit(peek(), radix);
      at++;
      count++;
    }
    if (count < least) {
      throw source.wrong(at, "an escape with too few digits", "");
    }
    return value;
  }
}
