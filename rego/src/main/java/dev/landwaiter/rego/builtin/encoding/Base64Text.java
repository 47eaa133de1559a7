package dev.landwaiter.rego.builtin.encoding;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.landwaiter.rego.builtin.BuiltinException;
import java.io.ByteArrayOutputStream;

/// Padded base64 (RFC 4648) read as Go does: line breaks are skipped, surplus bits ignored, and an
/// error names the byte it is found at.
public enum Base64Text {
  STANDARD('+', '/'),
  URL('-', '_');

  private final char plus;
  private final char slash;

  Base64Text(char plus, char slash) {
    this.plus = plus;
    this.slash = slash;
  }

  /// Reads the URL alphabet; padding that is missing altogether is added first (RFC 7515, appendix
  /// C).
  public static byte[] unpaddedUrl(String text) throws BuiltinException {
    String padded = text;
    if (!text.endsWith("=")) {
      padded +=
          switch (text.getBytes(UTF_8).length % 4) {
            case 0 -> "";
            case 2 -> "==";
            case 3 -> "=";
            default -> throw BuiltinException.failure("illegal base64url string: " + text);
          };
    }
    return URL.decode(padded);
  }

  public byte[] decode(String text) throws BuiltinException {
    byte[] source = text.getBytes(UTF_8);
    var out = new ByteArrayOutputStream(source.length * 3 / 4);
    int bits = 0;
    int digits = 0;
    for (int at = 0; at < source.length; at++) {
      int c = source[at];
      if (c == '\n' || c == '\r') {
        continue;
      }
      if (c == '=') {
        endPadding(source, at, digits);
        finish(out, bits, digits);
        return out.toByteArray();
      }
      int digit = digit(c);
      if (digit < 0) {
        throw illegal(at);
      }
      bits = (bits << 6) | digit;
      if (++digits == 4) {
        out.write(bits >> 16);
        out.write(bits >> 8);
        out.write(bits);
        bits = 0;
        digits = 0;
      }
    }
    if (digits != 0) {
      throw illegal(source.length - digits);
    }
    return out.toByteArray();
  }

  private static void finish(ByteArrayOutputStream out, int bits, int digits) {
    if (digits == 2) {
      out.write(bits >> 4);
    } else {
      out.write(bits >> 10);
      out.write(bits >> 2);
    }
  }

  /// Checks that the padding beginning here is complete and ends the text.
  private static void endPadding(byte[] source, int at, int digits) throws BuiltinException {
    if (digits < 2) {
      throw illegal(at);
    }
    int next = skipBreaks(source, at + 1);
    if (digits == 2) {
      if (next == source.length) {
        throw illegal(source.length);
      }
      if (source[next] != '=') {
        throw illegal(next - 1);
      }
      next = skipBreaks(source, next + 1);
    }
    if (next < source.length) {
      throw illegal(next);
    }
  }

  private static int skipBreaks(byte[] source, int from) {
    int at = from;
    while (at < source.length && (source[at] == '\n' || source[at] == '\r')) {
      at++;
    }
    return at;
  }

  private int digit(int c) {
    if (c >= 'A' && c <= 'Z') {
      return c - 'A';
    } else if (c >= 'a' && c <= 'z') {
      return c - 'a' + 26;
    } else if (c >= '0' && c <= '9') {
      return c - '0' + 52;
    }
    return c == plus ? 62 : c == slash ? 63 : -1;
  }

  private static BuiltinException illegal(int at) {
    return BuiltinException.failure("illegal base64 data at input byte " + at);
  }
}
