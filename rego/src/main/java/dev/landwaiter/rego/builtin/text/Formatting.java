package dev.landwaiter.rego.builtin.text;

import static dev.landwaiter.rego.type.Type.ANY;
import static dev.landwaiter.rego.type.Type.STRING;

import dev.landwaiter.base.printf.Argument;
import dev.landwaiter.base.printf.GoFormat;
import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.SetValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.builtin.Builtin;
import dev.landwaiter.rego.builtin.BuiltinException;
import dev.landwaiter.rego.builtin.Operands;
import dev.landwaiter.rego.builtin.Surroundings;
import dev.landwaiter.rego.syntax.ValueText;
import dev.landwaiter.rego.type.Declaration;
import dev.landwaiter.rego.type.Type;
import java.math.BigInteger;
import java.util.List;
import java.util.OptionalLong;

/// `sprintf` and what template strings become.
public final class Formatting {
  private Formatting() {}

  public static List<Builtin> all() {
    return List.of(
        new Builtin(
            Declaration.of("sprintf")
                .takes("format", STRING)
                .takes("values", Type.array(ANY))
                .gives(STRING),
            Formatting::format),
        new Builtin(
            Declaration.of("internal.template_string").takes("", Type.array(ANY)).gives(STRING),
            Formatting::template));
  }

  private static Value format(Surroundings surroundings, Value[] arguments)
      throws BuiltinException {
    String format = Operands.string(arguments, 0);
    ArrayValue values = Operands.array(arguments, 1);
    return new StringValue(
        new GoFormat<BuiltinException>(
                characters -> Room.reserve(surroundings, characters),
                format,
                values.size(),
                i -> argument(values.at(i)))
            .text());
  }

  /// Numbers by how they are written; all that is neither number nor text as Rego text.
  private static Argument argument(Value value) {
    if (value instanceof StringValue(String text)) {
      return new Argument.Text(text);
    }
    return value instanceof NumberValue number
        ? number(number)
        : new Argument.Text(ValueText.of(value));
  }

  private static Argument number(NumberValue number) {
    OptionalLong integer = Operands.plainInteger(number);
    if (integer.isPresent()) {
      return new Argument.Small(integer.getAsLong());
    }
    String text = number.text();
    if (text.chars().allMatch(c -> c == '-' || (c >= '0' && c <= '9'))) {
      return new Argument.Big(new BigInteger(text));
    }
    return text.indexOf('.') >= 0 && Double.isFinite(number.toDouble())
        ? new Argument.Binary(number.toDouble())
        : new Argument.Text(text);
  }

  /// Joins texts and values; each value comes as a set of one, or an empty set when it is
  /// undefined.
  private static Value template(Surroundings surroundings, Value[] arguments)
      throws BuiltinException {
    var text = new StringBuilder();
    for (Value part : Operands.array(arguments, 0).elements()) {
      surroundings.check();
      if (part instanceof SetValue set) {
        append(set, text);
      } else {
        append(part, text);
      }
      Room.reserve(surroundings, text.length() >> 8);
    }
    return new StringValue(text.toString());
  }

  private static void append(SetValue set, StringBuilder text) throws BuiltinException {
    switch (set.size()) {
      case 0 -> text.append("<undefined>");
      case 1 -> append(set.at(0), text);
      default -> throw BuiltinException.halt("template-strings must not produce multiple outputs");
    }
  }

  private static void append(Value value, StringBuilder text) {
    switch (value) {
      case StringValue(String string) -> text.append(string);
      case NumberValue number -> text.append(number.text());
      default -> text.append(ValueText.of(value));
    }
  }
}
