package dev.landwaiter.base.template;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.BooleanValue;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import java.math.BigDecimal;
import java.util.stream.Collectors;

/// Values inside of templates: data as [Value] – its numbers are texts to a template – and what
/// templates make themselves as `String`, `Long`, `Double`, `Boolean`.
final class Values {
  /// What is not there.
  static final String NO_VALUE = "<no value>";

  private Values() {}

  /// The data's texts and booleans as the template's own.
  static Object own(Object value) {
    return switch (value) {
      case StringValue string -> string.text();
      case BooleanValue flag -> flag.flag();
      default -> value;
    };
  }

  /// As [#own], with the data's numbers as the template's own too.
  static Object ownNumber(Object value) {
    return value instanceof NumberValue number
        ? number.toLong().isPresent()
            ? (Object) number.toLong().getAsLong()
            : (Object) number.toDouble()
        : own(value);
  }

  static boolean isNothing(Object value) {
    return value instanceof NullValue;
  }

  /// Whether Go takes it for a string: texts, and numbers of the data.
  static boolean isText(Object value) {
    return value instanceof String || value instanceof NumberValue;
  }

  static boolean isTrue(Object value) {
    return switch (value) {
      case Boolean flag -> flag;
      case String text -> !text.isEmpty();
      case Long number -> number != 0;
      case Double number -> number != 0;
      case NumberValue _ -> true;
      case ArrayValue array -> array.size() > 0;
      case ObjectValue object -> object.size() > 0;
      default -> false;
    };
  }

  /// The name of the Go type.
  static String type(Object value) {
    return switch (value) {
      case Boolean _ -> "bool";
      case String _ -> "string";
      case Long _ -> "int";
      case Double _ -> "float64";
      case NumberValue _ -> "json.Number";
      case ArrayValue _ -> "[]interface {}";
      case ObjectValue _ -> "map[string]interface {}";
      default -> "nil";
    };
  }

  /// The text that is printed.
  static String text(Object value) {
    return isNothing(value) ? NO_VALUE : inner(value);
  }

  /// The text that functions show.
  static String shown(Object value) {
    return isNothing(value) ? "<nil>" : text(value);
  }

  private static String inner(Object value) {
    return switch (own(value)) {
      case String text -> text;
      case Double number -> floating(number);
      case NullValue _ -> "<nil>";
      case NumberValue number -> number.text();
      case ArrayValue array ->
          array.elements().stream().map(Values::inner).collect(Collectors.joining(" ", "[", "]"));
      case ObjectValue object ->
          object.sortedKeys().stream()
              .map(key -> inner(key) + ":" + inner(object.get(key.asText()).orElseThrow()))
              .collect(Collectors.joining(" ", "map[", "]"));
      case Object other -> other.toString();
    };
  }

  private static String floating(double number) {
    var decimal = new BigDecimal(Double.toString(number)).stripTrailingZeros();
    int exponent = decimal.precision() - 1 - decimal.scale();
    if (number == 0 || (exponent >= -4 && exponent < 6)) {
      return decimal.toPlainString();
    }
    String digits = decimal.unscaledValue().abs().toString();
    String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
    return String.format(
        "%s%se%s%02d",
        number < 0 ? "-" : "", mantissa, exponent < 0 ? "-" : "+", Math.abs(exponent));
  }
}
