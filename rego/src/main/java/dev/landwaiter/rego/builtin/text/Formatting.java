package dev.landwaiter.rego.builtin.text;

import static dev.landwaiter.rego.type.Type.ANY;
import static dev.landwaiter.rego.type.Type.STRING;

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
import java.util.List;

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
        new GoFormat(surroundings, format, values.size(), i -> Argument.of(values.at(i))).text());
  }

  /// A value of a template: one of its own, or one of its data with its Go type and its text.
  public record Shown(Object value, String type, String text) {}

  /// Formats the values of a template.
  public static String format(Surroundings surroundings, String format, List<Shown> values)
      throws BuiltinException {
    return new GoFormat(
            surroundings,
            format,
            values.size(),
            i -> {
              Shown shown = values.get(i);
              return Argument.ofTemplate(shown.value, shown.type, shown.text);
            })
        .text();
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
