package dev.landwaiter.policy.score;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.BooleanValue;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.SetValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import java.math.BigDecimal;

/// Values of JSON as Go's `fmt` prints them with `%v`: `[a b]`, `map[k:v]` with sorted keys,
/// `<nil>`, numbers as doubles.
public final class GoText {
  /// Powers of ten from which on there is an exponent.
  private static final int EXPONENT_FROM = 6;

  private GoText() {}

  public static String of(Value value) {
    return switch (value) {
      case StringValue string -> string.text();
      case BooleanValue flag -> flag.flag() ? "true" : "false";
      case NullValue nothing -> "<nil>";
      case NumberValue number -> number(number.toDouble());
      case ArrayValue array -> {
        var text = new StringBuilder("[");
        for (int i = 0; i < array.size(); i++) {
          text.append(i > 0 ? " " : "").append(of(array.at(i)));
        }
        yield text.append(']').toString();
      }
      case ObjectValue object -> {
        var text = new StringBuilder("map[");
        for (int i = 0; i < object.size(); i++) {
          text.append(i > 0 ? " " : "")
              .append(of(object.sortedKey(i)))
              .append(':')
              .append(of(object.sortedValue(i)));
        }
        yield text.append(']').toString();
      }
      case SetValue set -> of(new ArrayValue(set.elements()));
    };
  }

  /// A double in its shortest form, with an exponent below 1e-4 and from a million on.
  private static String number(double number) {
    if (Double.isInfinite(number)) {
      return number > 0 ? "+Inf" : "-Inf";
    }
    if (number == 0) {
      return "0";
    }
    var decimal = new BigDecimal(Double.toString(number)).stripTrailingZeros();
    int exponent = decimal.precision() - 1 - decimal.scale();
    if (exponent >= -4 && exponent < EXPONENT_FROM) {
      return decimal.toPlainString();
    }
    String digits = decimal.unscaledValue().abs().toString();
    String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
    String sign = number < 0 ? "-" : "";
    String power = (exponent < 0 ? "-" : "+") + (Math.abs(exponent) < 10 ? "0" : "");
    return sign + mantissa + "e" + power + Math.abs(exponent);
  }
}
