package dev.landwaiter.rego.builtin.core;

import static dev.landwaiter.rego.type.Type.ANY;
import static dev.landwaiter.rego.type.Type.BOOLEAN;
import static dev.landwaiter.rego.type.Type.STRING;

import dev.landwaiter.base.value.ArrayValue;
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

/// `print`, `trace`, marks of test cases, and the metadata that the compiler puts in their place.
public final class Notes {
  private Notes() {}

  public static List<Builtin> all() {
    return List.of(
        new Builtin(Declaration.of("print").takesAnyNumberOf(ANY), Notes::print),
        new Builtin(
            Declaration.of("internal.print").takes("", Type.array(Type.set(ANY))), Notes::printAll),
        new Builtin(
            Declaration.of("internal.test_case").takes("", Type.array(ANY)),
            (surroundings, arguments) -> {
              surroundings.testCase(arguments[0]);
              return Value.of(true);
            }),
        new Builtin(
            Declaration.of("trace").takes("note", STRING).gives(BOOLEAN),
            (surroundings, arguments) -> {
              surroundings.note(Operands.string(arguments, 0));
              return Value.of(true);
            }),
        metadata(Declaration.of("rego.metadata.chain").gives(Type.array(ANY))),
        metadata(Declaration.of("rego.metadata.rule").gives(ANY)));
  }

  private static Builtin metadata(Declaration declaration) {
    return new Builtin(
        declaration,
        (_, _) -> {
          throw BuiltinException.failure(
              "the %s function must only be called within the scope of a rule"
                  .formatted(declaration.name()));
        });
  }

  private static Value print(Surroundings surroundings, Value[] arguments) {
    var texts = new String[arguments.length];
    for (int i = 0; i < arguments.length; i++) {
      texts[i] = text(arguments[i]);
    }
    surroundings.print(String.join(" ", texts));
    return Value.of(true);
  }

  /// One line for each combination of what the operands may be; an operand without value is
  /// `<undefined>`.
  private static Value printAll(Surroundings surroundings, Value[] arguments)
      throws BuiltinException {
    ArrayValue operands = Operands.array(arguments, 0);
    combine(surroundings, operands, new String[operands.size()], 0);
    return Value.of(true);
  }

  private static void combine(
      Surroundings surroundings, ArrayValue operands, String[] texts, int next)
      throws BuiltinException {
    surroundings.check();
    if (next == texts.length) {
      surroundings.print(String.join(" ", texts));
      return;
    }
    if (!(operands.at(next) instanceof SetValue set)) {
      throw BuiltinException.halt("illegal argument type: " + Operands.kind(operands.at(next)));
    }
    if (set.size() == 0) {
      texts[next] = "<undefined>";
      combine(surroundings, operands, texts, next + 1);
    }
    for (int i = 0; i < set.size(); i++) {
      texts[next] = text(set.at(i));
      combine(surroundings, operands, texts, next + 1);
    }
  }

  private static String text(Value value) {
    return value instanceof StringValue(String text) ? text : ValueText.of(value);
  }
}
