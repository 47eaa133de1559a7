package dev.landwaiter.rego.builtin.all;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.SetValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.builtin.Builtin;
import dev.landwaiter.rego.builtin.BuiltinException;
import dev.landwaiter.rego.builtin.Operation;
import dev.landwaiter.rego.builtin.Surroundings;
import java.util.Set;

/// Counts what functions are about to write out against the evaluation's budget: values that share
/// their parts take little memory themselves, but their texts can be larger than any memory.
final class Weighing {
  /// Functions that go through all of their arguments and write them in another form.
  private static final Set<String> WHOLE =
      Set.of(
          "json.marshal",
          "json.marshal_with_options",
          "json.match_schema",
          "json.verify_schema",
          "yaml.marshal",
          "sprintf",
          "print",
          "internal.print",
          "internal.template_string",
          "urlquery.encode_object",
          "strings.render_template",
          "io.jwt.encode_sign",
          "io.jwt.encode_sign_raw",
          "graphql.is_valid",
          "graphql.parse",
          "graphql.parse_and_verify",
          "graphql.schema_is_valid",
          "http.send",
          "providers.aws.sign_req",
          "hex.encode",
          "hex.decode",
          "base64.encode",
          "base64.decode",
          "base64url.encode",
          "base64url.encode_no_pad",
          "base64url.decode",
          "urlquery.encode",
          "urlquery.decode",
          "json.unmarshal",
          "yaml.unmarshal",
          "upper",
          "lower",
          "strings.reverse",
          "array.flatten");

  /// Characters that take the memory of one value.
  private static final int CHARACTERS = 16;

  /// Numbers of more digits or greater exponents, and longer texts, take time of their own.
  private static final int LONG = 2_000;

  private Weighing() {}

  static Builtin of(Builtin builtin) {
    Operation operation = builtin.operation();
    return new Builtin(
        builtin.declaration(),
        WHOLE.contains(builtin.name())
            ? (surroundings, arguments) -> {
              for (Value argument : arguments) {
                weigh(argument, surroundings);
              }
              look(arguments, surroundings);
              return operation.call(surroundings, arguments);
            }
            : (surroundings, arguments) -> {
              look(arguments, surroundings);
              return operation.call(surroundings, arguments);
            });
  }

  /// Looks at the clock where one call may take long.
  private static void look(Value[] arguments, Surroundings surroundings) throws BuiltinException {
    for (Value argument : arguments) {
      boolean slow =
          switch (argument) {
            case StringValue(String text) -> text.length() > LONG;
            case NumberValue number -> !number.isPlain() && isLong(number);
            default -> false;
          };
      if (slow) {
        surroundings.look();
        return;
      }
    }
  }

  private static boolean isLong(NumberValue number) {
    return number.text().length() > LONG
        || (number.text().length() > LONG_EXPONENT
            && Math.abs((long) number.toBigDecimal().scale()) > LONG);
  }

  /// Shorter texts have no exponents of four digits.
  private static final int LONG_EXPONENT = 5;

  private static void weigh(Value value, Surroundings surroundings) throws BuiltinException {
    switch (value) {
      case StringValue(String text) -> surroundings.reserve(1 + text.length() / CHARACTERS);
      case ArrayValue array -> {
        surroundings.check();
        for (int i = 0; i < array.size(); i++) {
          weigh(array.at(i), surroundings);
        }
      }
      case SetValue set -> {
        surroundings.check();
        for (int i = 0; i < set.size(); i++) {
          weigh(set.unsorted(i), surroundings);
        }
      }
      case ObjectValue object -> {
        surroundings.check();
        for (int i = 0; i < object.size(); i++) {
          weigh(object.keyAt(i), surroundings);
          weigh(object.valueAt(i), surroundings);
        }
      }
      default -> surroundings.reserve(1);
    }
  }
}
