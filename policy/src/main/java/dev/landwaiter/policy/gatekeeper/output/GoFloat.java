package dev.landwaiter.policy.gatekeeper.output;

import dev.landwaiter.base.value.NumberValue;
import java.math.BigDecimal;
import java.math.MathContext;

/// Numbers as Go writes floats in its general form.
public final class GoFloat {
  private static final long SMALL = 1_000_000;

  private GoFloat() {}

  /// The nearest double with as few digits as tell it: an exponent below 1e-4 and from 1e6 on.
  public static String general(NumberValue number) {
    if (number.isPlain() && number.plain() > -SMALL && number.plain() < SMALL) {
      return number.text();
    }
    double nearest = number.toDouble();
    if (nearest == 0 || !Double.isFinite(nearest)) {
      return nearest == 0 ? "0" : number.text();
    }
    var decimal = new BigDecimal(Double.toString(Math.abs(nearest))).stripTrailingZeros();
    var one = decimal.round(new MathContext(1));
    decimal = one.doubleValue() == Math.abs(nearest) ? one.stripTrailingZeros() : decimal;
    String digits = decimal.unscaledValue().toString();
    int exponent = digits.length() - 1 - decimal.scale();
    String sign = nearest < 0 ? "-" : "";
    if (exponent >= -4 && exponent < 6) {
      return sign + decimal.toPlainString();
    }
    String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
    int size = Math.abs(exponent);
    return sign + mantissa + (exponent < 0 ? "e-" : "e+") + (size < 10 ? "0" : "") + size;
  }
}
