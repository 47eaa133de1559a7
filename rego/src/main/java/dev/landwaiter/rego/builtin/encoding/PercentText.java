package dev.landwaiter.rego.builtin.encoding;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.landwaiter.base.text.Utf8;
import dev.landwaiter.rego.builtin.BuiltinException;
import dev.landwaiter.rego.syntax.ValueText;
import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.function.IntPredicate;

/// Percent-encoding (RFC 3986, section 2.1).
public final class PercentText {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private PercentText() {}

  /// A text as part of a query: all but `A-Za-z0-9-_.~` encoded, blanks as `+`.
  public static String query(String text) {
    return encode(text, PercentText::isUnreserved).replace("%20", "+");
  }

  /// A text with every byte encoded that is not to be kept.
  public static String encode(String text, IntPredicate kept) {
    var out = new StringBuilder(text.length());
    for (byte b : text.getBytes(UTF_8)) {
      int c = b & 0xff;
      if (kept.test(c)) {
        out.append((char) c);
      } else {
        out.append('%').append(HEX.toHexDigits((byte) c));
      }
    }
    return out.toString();
  }

  public static boolean isUnreserved(int c) {
    return isAlphanumeric(c) || c == '-' || c == '_' || c == '.' || c == '~';
  }

  public static boolean isAlphanumeric(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  /// A part of a query decoded, with `+` for a blank.
  public static String fromQuery(String text) throws BuiltinException {
    return text.indexOf('+') < 0 ? decode(text) : decode(text, true);
  }

  /// Decodes every `%XX`; a `%` before anything else is an error.
  public static String decode(String text) throws BuiltinException {
    return decode(text, false);
  }

  private static String decode(String text, boolean query) throws BuiltinException {
    if (!query && text.indexOf('%') < 0) {
      return text;
    }
    byte[] bytes = text.getBytes(UTF_8);
    var out = new ByteArrayOutputStream(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '%') {
        if (!isEscape(bytes, i)) {
          throw BuiltinException.failure("invalid URL escape " + wrongEscape(bytes, i));
        }
        out.write(HexFormat.fromHexDigits(new String(bytes, i + 1, 2, UTF_8)));
        i += 2;
      } else {
        out.write(query && bytes[i] == '+' ? ' ' : bytes[i]);
      }
    }
    return Utf8.decode(out.toByteArray());
  }

  /// Whether a complete escape begins at an index.
  public static boolean isEscape(byte[] bytes, int at) {
    return at + 2 < bytes.length
        && bytes[at + 1] > 0
        && HexFormat.isHexDigit(bytes[at + 1])
        && bytes[at + 2] > 0
        && HexFormat.isHexDigit(bytes[at + 2]);
  }

  /// The escape at an index in quotes, as the error shows it.
  public static String wrongEscape(byte[] bytes, int at) {
    int end = Math.min(bytes.length, at + 3);
    var part = java.util.Arrays.copyOfRange(bytes, at, end);
    String shown = Utf8.decode(part);
    if (shown.indexOf('\ufffd') < 0) {
      return ValueText.quoted(shown);
    }
    var text = new StringBuilder();
    for (byte b : part) {
      String one = ValueText.quoted(Character.toString(b & 0x7f));
      text.append(
          b < 0 ? "\\x" + HexFormat.of().toHexDigits(b) : one.substring(1, one.length() - 1));
    }
    return "\"" + text + "\"";
  }
}
