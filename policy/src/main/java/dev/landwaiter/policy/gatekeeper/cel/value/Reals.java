package dev.landwaiter.policy.gatekeeper.cel.value;

import java.math.BigDecimal;

/// Floating-point numbers as texts.
public final class Reals {
  private Reals() {}

  /// The shortest digits that tell the number, with an exponent when the magnitude is below 1e-4 or
  /// at least 1e6: Go's `%g`.
  public static String text(double value) {
    return text(value, 6);
  }

  /// The shortest digits that tell the number, never with an exponent.
  public static String plain(double value) {
    if (Double.isNaN(value)) {
      return "NaN";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "+Inf" : "-Inf";
    }
    return value == 0
        ? (1 / value < 0 ? "-0" : "0")
        : new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
  }

  private static String text(double value, int large) {
    if (Double.isNaN(value)) {
      return "NaN";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "+Inf" : "-Inf";
    }
    if (value == 0) {
      return 1 / value < 0 ? "-0" : "0";
    }
    var digits = new BigDecimal(Double.toString(Math.abs(value))).stripTrailingZeros();
    int exponent = digits.precision() - digits.scale() - 1;
    String sign = value < 0 ? "-" : "";
    if (exponent >= -4 && exponent < large) {
      return sign + digits.toPlainString();
    }
    String all = digits.unscaledValue().toString();
    String rest = all.length() == 1 ? "" : "." + all.substring(1);
    String power = (Math.abs(exponent) < 10 ? "0" : "") + Math.abs(exponent);
    return sign + all.charAt(0) + rest + "e" + (exponent < 0 ? "-" : "+") + power;
  }
}
