package dev.landwaiter.rego.parse;

import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.rego.Location;
import dev.landwaiter.rego.syntax.Scalar;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// The values of the tokens that are numbers and strings.
final class Literals {
  /// Powers of two a number may reach, up and down.
  private static final long BINARY_EXPONENT = 100_000;

  private static final double DIGITS_PER_BIT = Math.log10(2);

  private Literals() {}

  /// The number the current token is, behind a sign or a point.
  static @Nullable Scalar number(TokenStream tokens, String prefix, Location first) {
    String digits = tokens.literal();
    if (digits.length() > 1
        && digits.charAt(0) == '0'
        && "0123456789".indexOf(digits.charAt(1)) >= 0
        && !prefix.endsWith(".")) {
      tokens.illegal("expected number without leading zero");
      return null;
    }
    if (prefix.endsWith(".") && digits.indexOf('.') >= 0) {
      tokens.illegal("invalid float");
      return null;
    }
    if (isTooBig(prefix + digits)) {
      tokens.error(tokens.here(), "number too big");
      return null;
    }
    Location at = tokens.between(first, first.start(), tokens.end());
    return new Scalar(NumberValue.of(prefix + digits), at);
  }

  private static boolean isTooBig(String text) {
    if (text.length() < 1000 && text.indexOf('e') < 0 && text.indexOf('E') < 0) {
      return false;
    }
    int mark = Math.max(text.indexOf('e'), text.indexOf('E'));
    if (text.length() > 50_000 || (mark >= 0 && text.length() - mark > 9)) {
      return mark < 0 || text.length() > 50_000 || hasNonZero(text.substring(0, mark));
    }
    var number = new BigDecimal(text);
    long magnitude = (long) number.precision() - number.scale();
    return number.signum() != 0 && Math.abs(magnitude) > BINARY_EXPONENT * DIGITS_PER_BIT;
  }

  private static boolean hasNonZero(String mantissa) {
    return mantissa.chars().anyMatch(one -> one >= '1' && one <= '9');
  }

  /// The string the current token is.
  static @Nullable Scalar string(TokenStream tokens) {
    String literal = tokens.literal();
    String inner = literal.substring(1, literal.length() - 1);
    if (literal.charAt(0) == '"' && inner.indexOf('\\') >= 0) {
      String plain = unescaped(inner);
      if (plain == null) {
        tokens.error(tokens.here(), "illegal string literal: " + literal);
        return null;
      }
      inner = plain;
    }
    return new Scalar(new StringValue(inner), tokens.here());
  }

  /// A text with JSON's escapes (and `\{`) resolved, or null when it is not legal.
  static @Nullable String unescaped(String text) {
    var out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char one = text.charAt(i);
      if (one < ' ') {
        return null;
      }
      if (one != '\\') {
        out.append(one);
        continue;
      }
      char escaped = text.charAt(++i);
      switch (escaped) {
        case 'b' -> out.append('\b');
        case 'f' -> out.append('\f');
        case 'n' -> out.append('\n');
        case 'r' -> out.append('\r');
        case 't' -> out.append('\t');
        case 'u' -> {
          int unit = hexadecimal(text, i + 1);
          if (unit < 0) {
            return null;
          }
          out.append((char) unit);
          i += 4;
        }
        default -> out.append(escaped);
      }
    }
    return withoutLoneSurrogates(out);
  }

  private static int hexadecimal(String text, int from) {
    if (from + 4 > text.length()) {
      return -1;
    }
    int unit = 0;
    for (int i = from; i < from + 4; i++) {
      int digit = Character.digit(text.charAt(i), 16);
      if (digit < 0 || text.charAt(i) >= 0x80) {
        return -1;
      }
      unit = unit * 16 + digit;
    }
    return unit;
  }

  private static String withoutLoneSurrogates(StringBuilder text) {
    for (int i = 0; i < text.length(); i++) {
      int point = text.codePointAt(i);
      if (point >= 0xD800 && point <= 0xDFFF) {
        text.setCharAt(i, '\uFFFD');
      } else if (point > 0xFFFF) {
        i++;
      }
    }
    return text.toString();
  }
}
