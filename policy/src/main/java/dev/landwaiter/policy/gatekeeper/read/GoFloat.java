package dev.landwaiter.policy.gatekeeper.read;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/// Numbers as Go writes floats in its general form.
public final class GoFloat {
  private static final long SMALL = 1_000_000;

  private GoFloat() {}

  /// The same value with all numbers as floats in their general form, which is how gator hands
  /// parameters to Rego.
  public static Value in(Value value) {
    return switch (value) {
      case NumberValue number -> {
        String text = general(number);
        yield text.equals(number.text()) ? number : NumberValue.of(text);
      }
      case ArrayValue array -> {
        List<Value> elements = new ArrayList<>(array.size());
        array.elements().forEach(element -> elements.add(in(element)));
        yield new ArrayValue(elements);
      }
      case ObjectValue object -> {
        Value[] values = new Value[object.size()];
        for (int i = 0; i < values.length; i++) {
          values[i] = in(object.valueAt(i));
        }
        yield object.withValues(values);
      }
      default -> value;
    };
  }

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
