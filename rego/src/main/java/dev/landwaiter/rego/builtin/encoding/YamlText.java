package dev.landwaiter.rego.builtin.encoding;

import dev.landwaiter.base.value.BooleanValue;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/// Values as YAML in block style, as Go's `sigs.k8s.io/yaml` writes them (reference 13.9).
public final class YamlText {
  /// A longer key is written behind a question mark.
  private static final int KEY_LIMIT = 128;

  private static final BigInteger SMALLEST = BigInteger.valueOf(Long.MIN_VALUE);
  private static final BigInteger BEYOND = BigInteger.ONE.shiftLeft(64);

  private final StringBuilder out = new StringBuilder();

  private YamlText() {}

  /// The text of a value of JSON, with a line break at the end.
  public static String of(Value value) {
    var text = new YamlText();
    text.node(value, 0);
    return text.out.toString();
  }

  /// Writes a node at the place reached and ends its line.
  ///
  /// @param indent the indentation of the node's own lines
  private void node(Value value, int indent) {
    if (value instanceof ObjectValue object && object.size() > 0) {
      mapping(object, indent);
    } else if (value.rank() == 4 && !value.elements().isEmpty()) {
      sequence(value.elements(), indent);
    } else {
      scalar(value, Math.max(indent, 2));
      out.append('\n');
    }
  }

  private void sequence(List<Value> elements, int indent) {
    boolean first = true;
    for (Value element : elements) {
      indent(first, indent);
      first = false;
      out.append("- ");
      node(element, indent + 2);
    }
  }

  private void mapping(ObjectValue object, int indent) {
    List<String> keys = new ArrayList<>();
    object.sortedKeys().forEach(key -> keys.add(key.asText()));
    keys.sort(YamlKeys.ORDER);
    boolean first = true;
    for (String key : keys) {
      indent(first, indent);
      first = false;
      Value value = object.get(key).orElseThrow();
      if (key.getBytes(java.nio.charset.StandardCharsets.UTF_8).length > KEY_LIMIT
          || key.indexOf('\n') >= 0) {
        out.append("? ");
        YamlString.write(key, out, indent + 2, false);
        out.append('\n').append(" ".repeat(indent)).append(": ");
        node(value, indent + 2);
        continue;
      }
      YamlString.write(key, out, indent + 2, true);
      out.append(':');
      member(value, indent);
    }
  }

  private void member(Value value, int indent) {
    if (value instanceof ObjectValue object && object.size() > 0) {
      out.append('\n').append(" ".repeat(indent + 2));
      mapping(object, indent + 2);
    } else if (value.rank() == 4 && !value.elements().isEmpty()) {
      out.append('\n').append(" ".repeat(indent));
      sequence(value.elements(), indent);
    } else {
      out.append(' ');
      node(value, indent + 2);
    }
  }

  private void indent(boolean first, int indent) {
    if (!first) {
      out.append(" ".repeat(indent));
    }
  }

  private void scalar(Value value, int indent) {
    switch (value) {
      case StringValue string -> YamlString.write(string.text(), out, indent, false);
      case NumberValue number -> out.append(number(number));
      case BooleanValue flag -> out.append(flag.flag());
      case ObjectValue _ -> out.append("{}");
      case Value other -> out.append(other.rank() == 4 ? "[]" : "null");
    }
  }

  /// An integer of 64 bits in all digits, any other number as the nearest double.
  private static String number(NumberValue number) {
    String text = number.text();
    if (text.chars().allMatch(c -> c == '-' || (c >= '0' && c <= '9')) && text.length() < 25) {
      var integer = new BigInteger(text);
      if (integer.compareTo(SMALLEST) >= 0 && integer.compareTo(BEYOND) < 0) {
        return integer.toString();
      }
    }
    double nearest = Double.parseDouble(text);
    return Double.isFinite(nearest) ? shortest(nearest) : text;
  }

  /// Go's `%g` with as few digits as tell the number: an exponent below 1e-4 and from 1e6 on.
  private static String shortest(double number) {
    if (number == 0) {
      return 1 / number < 0 ? "-0" : "0";
    }
    var decimal = new BigDecimal(Double.toString(Math.abs(number))).stripTrailingZeros();
    var one = decimal.round(new MathContext(1));
    decimal = one.doubleValue() == Math.abs(number) ? one.stripTrailingZeros() : decimal;
    String digits = decimal.unscaledValue().toString();
    int exponent = digits.length() - 1 - decimal.scale();
    String sign = number < 0 ? "-" : "";
    if (exponent >= -4 && exponent < 6) {
      return sign + decimal.toPlainString();
    }
    String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
    int size = Math.abs(exponent);
    return sign + mantissa + (exponent < 0 ? "e-" : "e+") + (size < 10 ? "0" : "") + size;
  }
}
