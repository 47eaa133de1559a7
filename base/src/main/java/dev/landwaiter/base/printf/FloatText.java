package dev.landwaiter.base.printf;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// Doubles as Go's `strconv.FormatFloat` writes them; only finite ones.
final class FloatText {
  private static final int MANTISSA = 52;
  private static final int BIAS = 1023;

  private FloatText() {}

  /// @param verb one of `b e E f F g G x X`
  /// @param precision digits, or -1 for as many as tell the number
  static String of(double number, char verb, int precision) {
    String sign = Double.doubleToRawLongBits(number) < 0 ? "-" : "";
    double magnitude = Math.abs(number);
    return sign
        + switch (verb) {
          case 'b' -> binary(magnitude);
          case 'x' -> hexadecimal(magnitude, precision);
          case 'X' -> hexadecimal(magnitude, precision).toUpperCase(java.util.Locale.ROOT);
          case 'e', 'E' -> scientific(digits(magnitude, precision), precision, verb);
          case 'f', 'F' -> plain(magnitude, precision);
          default -> general(magnitude, precision, verb == 'G' ? 'E' : 'e');
        };
  }

  /// The fewest digits, or `precision` behind the first.
  private static BigDecimal digits(double magnitude, int precision) {
    return precision < 0
        ? shortest(magnitude)
        : new BigDecimal(magnitude).round(new MathContext(precision + 1, RoundingMode.HALF_EVEN));
  }

  private static BigDecimal shortest(double magnitude) {
    return new BigDecimal(Double.toString(magnitude)).stripTrailingZeros();
  }

  private static String plain(double magnitude, int precision) {
    return precision < 0
        ? shortest(magnitude).toPlainString()
        : new BigDecimal(magnitude).setScale(precision, RoundingMode.HALF_EVEN).toPlainString();
  }

  private static String scientific(BigDecimal decimal, int precision, char mark) {
    String digits = decimal.unscaledValue().toString();
    int exponent = decimal.signum() == 0 ? 0 : digits.length() - 1 - decimal.scale();
    var text = new StringBuilder().append(digits.charAt(0));
    String rest = digits.substring(1);
    if (precision > 0 || (precision < 0 && !rest.isEmpty())) {
      text.append('.')
          .append(rest, 0, precision < 0 ? rest.length() : Math.min(precision, rest.length()));
      text.repeat('0', Math.max(0, precision - rest.length()));
    }
    text.append(mark).append(exponent < 0 ? '-' : '+');
    int size = Math.abs(exponent);
    return (size < 10 ? text.append('0') : text).append(size).toString();
  }

  private static String general(double magnitude, int precision, char mark) {
    boolean shortest = precision < 0;
    int wanted = shortest ? 6 : Math.max(1, precision);
    BigDecimal decimal =
        (shortest ? shortest(magnitude) : digits(magnitude, wanted - 1)).stripTrailingZeros();
    int count = decimal.precision();
    int exponent = decimal.signum() == 0 ? 0 : count - 1 - decimal.scale();
    int limit = !shortest && wanted > count && count >= exponent + 1 ? count : wanted;
    return exponent < -4 || exponent >= limit
        ? scientific(decimal, -1, mark)
        : decimal.toPlainString();
  }

  private static String binary(double magnitude) {
    long bits = Double.doubleToRawLongBits(magnitude);
    long mantissa = bits & ((1L << MANTISSA) - 1);
    int exponent = (int) (bits >>> MANTISSA);
    if (exponent == 0) {
      exponent = 1;
    } else {
      mantissa |= 1L << MANTISSA;
    }
    int shown = exponent - BIAS - MANTISSA;
    return mantissa + "p" + (shown < 0 ? "" : "+") + shown;
  }

  private static String hexadecimal(double magnitude, int precision) {
    long bits = Double.doubleToRawLongBits(magnitude);
    int exponent = (int) (bits >>> MANTISSA) - BIAS;
    // The leading digit stands above 60 bits.
    long mantissa = (bits & ((1L << MANTISSA) - 1)) << 8;
    if (magnitude == 0) {
      exponent = 0;
    } else if (exponent == -BIAS) {
      exponent++;
      while ((mantissa & (1L << 60)) == 0) {
        mantissa <<= 1;
        exponent--;
      }
    } else {
      mantissa |= 1L << 60;
    }
    if (precision >= 0 && precision < 15) {
      int shift = precision * 4;
      long extra = (mantissa << shift) & ((1L << 60) - 1);
      mantissa >>>= 60 - shift;
      if ((extra | (mantissa & 1)) > 1L << 59) {
        mantissa++;
      }
      mantissa <<= 60 - shift;
      if ((mantissa & (1L << 61)) != 0) {
        mantissa >>>= 1;
        exponent++;
      }
    }
    var text = new StringBuilder("0x").append((mantissa >>> 60) & 1);
    long rest = mantissa & ((1L << 60) - 1);
    int digits = precision < 0 ? (64 - Long.numberOfTrailingZeros(rest << 4) + 3) / 4 : precision;
    if (rest == 0 && precision < 0) {
      digits = 0;
    }
    if (digits > 0) {
      text.append('.');
      for (int i = 0; i < digits; i++) {
        text.append(Character.forDigit((int) ((rest >>> 56) & 15), 16));
        rest = (rest << 4) & ((1L << 60) - 1);
      }
    }
    int size = Math.abs(exponent);
    return text.append('p')
        .append(exponent < 0 ? '-' : '+')
        .append(size < 10 ? "0" : "")
        .append(size)
        .toString();
  }
}
