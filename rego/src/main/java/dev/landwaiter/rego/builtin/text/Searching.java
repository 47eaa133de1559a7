package dev.landwaiter.rego.builtin.text;

import static dev.landwaiter.rego.type.Type.BOOLEAN;
import static dev.landwaiter.rego.type.Type.NUMBER;
import static dev.landwaiter.rego.type.Type.STRING;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.SetValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.builtin.Builtin;
import dev.landwaiter.rego.builtin.BuiltinException;
import dev.landwaiter.rego.builtin.Operands;
import dev.landwaiter.rego.builtin.Operation;
import dev.landwaiter.rego.builtin.Surroundings;
import dev.landwaiter.rego.type.Declaration;
import dev.landwaiter.rego.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/// Functions that look for a text in another; positions count code points.
public final class Searching {
  private Searching() {}

  public static List<Builtin> all() {
    return List.of(
        new Builtin(
            binary("contains", "haystack", "needle").gives(BOOLEAN), test(String::contains)),
        new Builtin(
            binary("startswith", "search", "base").gives(BOOLEAN), test(String::startsWith)),
        new Builtin(binary("endswith", "search", "base").gives(BOOLEAN), test(String::endsWith)),
        new Builtin(
            anyMatch("strings.any_prefix_match"),
            (surroundings, arguments) -> any(surroundings, arguments, String::startsWith)),
        new Builtin(
            anyMatch("strings.any_suffix_match"),
            (surroundings, arguments) -> any(surroundings, arguments, String::endsWith)),
        new Builtin(binary("indexof", "haystack", "needle").gives(NUMBER), Searching::indexOf),
        new Builtin(
            binary("indexof_n", "haystack", "needle").gives(Type.array(NUMBER)),
            Searching::indexes),
        new Builtin(
            binary("strings.count", "search", "substring").gives(NUMBER), Searching::count));
  }

  private static Declaration binary(String name, String first, String second) {
    return Declaration.of(name).takes(first, STRING).takes(second, STRING);
  }

  private static Declaration anyMatch(String name) {
    Type texts = Type.any(STRING, Type.array(STRING), Type.set(STRING));
    return Declaration.of(name).takes("search", texts).takes("base", texts).gives(BOOLEAN);
  }

  private static Operation test(BiPredicate<String, String> test) {
    return (_, arguments) ->
        Value.of(test.test(Operands.string(arguments, 0), Operands.string(arguments, 1)));
  }

  private static Value any(
      Surroundings surroundings, Value[] arguments, BiPredicate<String, String> test)
      throws BuiltinException {
    List<String> searched = texts(arguments, 0);
    List<String> bases = texts(arguments, 1);
    for (String text : searched) {
      for (String base : bases) {
        surroundings.check();
        if (test.test(text, base)) {
          return Value.of(true);
        }
      }
    }
    return Value.of(false);
  }

  private static List<String> texts(Value[] arguments, int index) throws BuiltinException {
    Value operand = arguments[index];
    if (operand instanceof StringValue(String text)) {
      return List.of(text);
    }
    if (!(operand instanceof ArrayValue || operand instanceof SetValue)) {
      throw Operands.wrong(index + 1, operand, "string", "set", "array");
    }
    var texts = new ArrayList<String>();
    for (Value element : operand.elements()) {
      if (!(element instanceof StringValue(String text))) {
        throw Operands.wrongElement(index + 1, operand, element, "string");
      }
      texts.add(text);
    }
    return texts;
  }

  private static Value indexOf(Surroundings surroundings, Value[] arguments)
      throws BuiltinException {
    String text = Operands.string(arguments, 0);
    int index = text.indexOf(needle(arguments));
    return NumberValue.of(index < 0 ? -1 : text.codePointCount(0, index));
  }

  private static String needle(Value[] arguments) throws BuiltinException {
    String needle = Operands.string(arguments, 1);
    if (needle.isEmpty()) {
      throw BuiltinException.failure("empty search character");
    }
    return needle;
  }

  private static Value indexes(Surroundings surroundings, Value[] arguments)
      throws BuiltinException {
    String text = Operands.string(arguments, 0);
    String needle = needle(arguments);
    var indexes = new ArrayList<Value>();
    int counted = 0;
    int points = 0;
    for (int i = text.indexOf(needle); i >= 0; i = text.indexOf(needle, i + 1)) {
      surroundings.reserve(1);
      points += text.codePointCount(counted, i);
      counted = i;
      indexes.add(NumberValue.of(points));
    }
    return new ArrayValue(indexes);
  }

  private static Value count(Surroundings surroundings, Value[] arguments) throws BuiltinException {
    String text = Operands.string(arguments, 0);
    String needle = Operands.string(arguments, 1);
    if (needle.isEmpty()) {
      return NumberValue.of(text.codePointCount(0, text.length()) + 1L);
    }
    int count = 0;
    for (int i = text.indexOf(needle); i >= 0; i = text.indexOf(needle, i + needle.length())) {
      count++;
    }
    return NumberValue.of(count);
  }
}
