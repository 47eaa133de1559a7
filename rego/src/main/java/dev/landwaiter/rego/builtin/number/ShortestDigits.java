package dev.landwaiter.rego.builtin.number;

import java.math.BigDecimal;
import java.math.BigInteger;

/// The fewest decimal digits that tell a number from its neighbours of the same precision.
///
/// @param digits the digits behind an imagined `0.`, none of them trailing zeros
/// @param point how far the point really stands to the right
record ShortestDigits(String digits, int point) {
  /// Numbers with smaller decimal exponents are written with an exponent.
  private static final int LEAST_PLAIN = -4;

  /// Numbers with this decimal exponent or a greater one are written with an exponent.
  private static final int GREAT = 6;

  /// @param mantissa of full precision, so that its last bit is one unit
  static ShortestDigits of(BigInteger mantissa, int exponent) {
    BigInteger doubled = mantissa.shiftLeft(1);
    ShortestDigits number = expand(doubled, exponent - 1);
    ShortestDigits lower = expand(doubled.subtract(BigInteger.ONE), exponent - 1);
    ShortestDigits upper = expand(doubled.add(BigInteger.ONE), exponent - 1);
    boolean inclusive = !mantissa.testBit(0);
    for (int i = 0; i < number.digits.length(); i++) {
      char low = lower.at(i);
      char digit = number.at(i);
      char high = upper.at(i);
      boolean down = low != digit || (inclusive && i + 1 == lower.digits.length());
      boolean up =
          digit != high && (inclusive || digit + 1 < high || i + 1 < upper.digits.length());
      if (down || up) {
        return number.cut(i + 1, up && (!down || number.isRoundedUpAt(i + 1)));
      }
    }
    return number;
  }

  private static ShortestDigits expand(BigInteger magnitude, int exponent) {
    BigDecimal exact =
        exponent >= 0
            ? new BigDecimal(magnitude.shiftLeft(exponent))
            : new BigDecimal(magnitude.multiply(BigInteger.valueOf(5).pow(-exponent)), -exponent);
    String digits = exact.unscaledValue().toString();
    int point = digits.length() - exact.scale();
    return new ShortestDigits(digits, point).trimmed();
  }

  private ShortestDigits trimmed() {
    int end = digits.length();
    while (end > 0 && digits.charAt(end - 1) == '0') {
      end--;
    }
    return new ShortestDigits(digits.substring(0, end), point);
  }

  private char at(int index) {
    return index < digits.length() ? digits.charAt(index) : '0';
  }

  private boolean isRoundedUpAt(int count) {
    if (count >= digits.length()) {
      return false;
    }
    if (digits.charAt(count) == '5' && count + 1 == digits.length()) {
      return (digits.charAt(count - 1) & 1) != 0;
    }
    return digits.charAt(count) >= '5';
  }

  private ShortestDigits cut(int count, boolean up) {
    if (count >= digits.length()) {
      return this;
    }
    if (!up) {
      return new ShortestDigits(digits.substring(0, count), point).trimmed();
    }
    int end = count;
    while (end > 0 && digits.charAt(end - 1) == '9') {
      end--;
    }
    return end == 0
        ? new ShortestDigits("1", point + 1)
        : new ShortestDigits(
            digits.substring(0, end - 1) + (char) (digits.charAt(end - 1) + 1), point);
  }

  /// Whether the number is written without an exponent although it is not integral.
  boolean isPlainByDefault() {
    return point - 1 >= LEAST_PLAIN && point - 1 < GREAT;
  }

  String plain() {
    if (point <= 0) {
      return "0." + "0".repeat(-point) + digits;
    }
    return point >= digits.length()
        ? digits + "0".repeat(point - digits.length())
        : digits.substring(0, point) + "." + digits.substring(point);
  }

  /// `d.ddde±XX` with at least two digits in the exponent.
  String scientific() {
    int exponent = point - 1;
    int magnitude = Math.abs(exponent);
    return digits.charAt(0)
        + (digits.length() > 1 ? "." + digits.substring(1) : "")
        + (exponent < 0 ? "e-" : "e+")
        + (magnitude < 10 ? "0" : "")
        + magnitude;
  }
}
