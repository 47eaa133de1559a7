package dev.landwaiter.base.format;

import dev.landwaiter.base.value.BooleanValue;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/// What a scalar of YAML means, by the rules Kubernetes' tools follow: the types of YAML 1.1
/// without base 60, with timestamps as texts, and numbers in JSON's form.
final class YamlScalar {
  private static final String TYPES = "tag:yaml.org,2002:";
  private static final BigInteger SMALLEST = BigInteger.valueOf(Long.MIN_VALUE);
  private static final BigInteger BEYOND = BigInteger.ONE.shiftLeft(64);

  private YamlScalar() {}

  /// The value of a scalar without quotes and tag.
  ///
  /// @throws IllegalArgumentException when JSON has no such value: an infinity or not-a-number
  static Value plain(String text) {
    return switch (text) {
      case "", "~", "null", "Null", "NULL" -> NullValue.NULL;
      case "y", "Y", "yes", "Yes", "YES", "on", "On", "ON", "true", "True", "TRUE" ->
          BooleanValue.TRUE;
      case "n", "N", "no", "No", "NO", "off", "Off", "OFF", "false", "False", "FALSE" ->
          BooleanValue.FALSE;
      case ".nan", ".NaN", ".NAN", ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF" ->
          throw noNumber(text);
      case "-.inf", "-.Inf", "-.INF" -> throw noNumber(text);
      default -> number(text).orElseGet(() -> new StringValue(text));
    };
  }

  /// The value of a scalar with a tag.
  ///
  /// @throws IllegalArgumentException when the text is none of that type
  static Value tagged(String tag, String text) {
    if (!tag.startsWith(TYPES)) {
      return new StringValue(text);
    }
    String type = tag.substring(TYPES.length());
    return switch (type) {
      case "binary" -> binary(text);
      case "null", "bool", "int", "float" -> {
        Value value = plain(text);
        boolean fits =
            switch (value) {
              case NullValue nothing -> type.equals("null");
              case BooleanValue bool -> type.equals("bool");
              case NumberValue number ->
                  type.equals("float") || (type.equals("int") && number.toLong().isPresent());
              default -> false;
            };
        if (!fits) {
          throw new IllegalArgumentException("no !!" + type + ": " + shortened(text));
        }
        yield value;
      }
      default -> new StringValue(text);
    };
  }

  private static Value binary(String text) {
    var digits = new StringBuilder();
    text.chars().filter(c -> c > ' ').forEach(c -> digits.append((char) c));
    try {
      byte[] bytes = Base64.getDecoder().decode(digits.toString());
      return new StringValue(new String(bytes, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("no !!binary: " + e.getMessage(), e);
    }
  }

  private static Optional<Value> number(String text) {
    char first = text.charAt(0);
    boolean digitOrSign = (first >= '0' && first <= '9') || first == '+' || first == '-';
    if (!digitOrSign && first != '.') {
      return Optional.empty();
    }
    String digits = digitOrSign ? text.replace("_", "") : text;
    if (digitOrSign) {
      var integer = integer(digits);
      if (integer.isPresent()) {
        return integer;
      }
    }
    if (!isFloat(digits)) {
      return Optional.empty();
    }
    double number = Double.parseDouble(digits);
    return Double.isFinite(number)
        ? Optional.of(NumberValue.of(GoDouble.text(number)))
        : Optional.empty();
  }

  /// Sign, digits with a dot before, between or after them, exponent.
  private static boolean isFloat(String text) {
    int at = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
    int dot = digitsEnd(text, at);
    int end = dot;
    if (text.startsWith(".", dot)) {
      end = digitsEnd(text, dot + 1);
    }
    if (dot == at && end <= dot + 1) {
      return false;
    }
    if (end < text.length() && (text.charAt(end) == 'e' || text.charAt(end) == 'E')) {
      int start = end + 1;
      start += text.startsWith("-", start) || text.startsWith("+", start) ? 1 : 0;
      end = digitsEnd(text, start);
      return end > start && end == text.length();
    }
    return end == text.length();
  }

  private static int digitsEnd(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at;
  }

  /// An integer of at most 64 bits; larger ones are read as floats.
  private static Optional<Value> integer(String text) {
    boolean negative = text.startsWith("-");
    int start = negative || text.startsWith("+") ? 1 : 0;
    int radix = 10;
    if (text.startsWith("0", start) && text.length() > start + 1) {
      radix =
          switch (text.charAt(start + 1)) {
            case 'x', 'X' -> 16;
            case 'b', 'B' -> 2;
            case 'o', 'O' -> 8;
            default -> -8;
          };
      start += radix > 0 ? 2 : 1;
      radix = Math.abs(radix);
    }
    int length = text.length() - start;
    if (length == 0 || length > 64) {
      return Optional.empty();
    }
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > 'z' || Character.digit(c, radix) < 0) {
        return Optional.empty();
      }
    }
    var magnitude = new BigInteger(text.substring(start), radix);
    var number = negative ? magnitude.negate() : magnitude;
    return number.compareTo(SMALLEST) < 0 || number.compareTo(BEYOND) >= 0
        ? Optional.empty()
        : Optional.of(NumberValue.of(number.toString()));
  }

  private static IllegalArgumentException noNumber(String text) {
    return new IllegalArgumentException("JSON has no number for " + text);
  }

  private static String shortened(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }
}
