package dev.landwaiter.base.format;

import java.math.BigDecimal;
import java.math.MathContext;

/// Doubles as Go's `encoding/json` writes them: the shortest digits that read back to the same
/// number, with an exponent when the magnitude is below 1e-6 or at least 1e21.
public final class GoDouble {
  private GoDouble() {}

  /// The text of a number.
  ///
  /// @throws IllegalArgumentException when it is infinite or not-a-number
  public static String text(double number) {
    if (!Double.isFinite(number)) {
      throw new IllegalArgumentException("JSON has no number for " + number);
    }
    if (number == 0) {
      return 1 / number < 0 ? "-0" : "0";
    }
    double size = Math.abs(number);
    if (size >= 1e-3 && size < 1e7) {
      // Here Java writes plain and shortest digits too, with a fraction even where there is none.
      String plain = Double.toString(number);
      return plain.endsWith(".0") ? plain.substring(0, plain.length() - 2) : plain;
    }
    var decimal = shortest(number);
    if (size >= 1e-6 && size < 1e21) {
      return decimal.toPlainString();
    }
    String digits = decimal.unscaledValue().abs().toString();
    int exponent = digits.length() - 1 - decimal.scale();
    // Go pads a positive exponent to two digits and cuts a zero after "e-" only.
    String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
    return (number < 0 ? "-" : "") + mantissa + (exponent < 0 ? "e-" + -exponent : "e+" + exponent);
  }

  /// Java writes at least two digits, the closest ones, where one would do.
  private static BigDecimal shortest(double number) {
    var decimal = new BigDecimal(Double.toString(number)).stripTrailingZeros();
    if (decimal.precision() == 2) {
      var one = decimal.round(new MathContext(1));
      return one.doubleValue() == number ? one : decimal;
    }
    return decimal;
  }
}
