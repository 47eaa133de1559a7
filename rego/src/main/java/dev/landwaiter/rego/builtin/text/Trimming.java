package dev.landwaiter.rego.builtin.text;

import static dev.landwaiter.rego.type.Type.STRING;

import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.builtin.Builtin;
import dev.landwaiter.rego.builtin.BuiltinException;
import dev.landwaiter.rego.builtin.Operands;
import dev.landwaiter.rego.builtin.Operation;
import dev.landwaiter.rego.type.Declaration;
import java.util.List;
import java.util.function.IntPredicate;

/// The `trim*` family.
public final class Trimming {
  private Trimming() {}

  public static List<Builtin> all() {
    return List.of(
        new Builtin(binary("trim", "cutset"), cutting(true, true)),
        new Builtin(binary("trim_left", "cutset"), cutting(true, false)),
        new Builtin(binary("trim_right", "cutset"), cutting(false, true)),
        new Builtin(binary("trim_prefix", "prefix"), (_, arguments) -> withoutPrefix(arguments)),
        new Builtin(binary("trim_suffix", "suffix"), (_, arguments) -> withoutSuffix(arguments)),
        new Builtin(
            Declaration.of("trim_space").takes("value", STRING).gives(STRING),
            (_, arguments) ->
                cut(arguments[0], Operands.string(arguments, 0), Trimming::isSpace, true, true)));
  }

  private static Declaration binary(String name, String second) {
    return Declaration.of(name).takes("value", STRING).takes(second, STRING).gives(STRING);
  }

  private static Operation cutting(boolean left, boolean right) {
    return (_, arguments) -> {
      String text = Operands.string(arguments, 0);
      String set = Operands.string(arguments, 1);
      return cut(arguments[0], text, point -> set.indexOf(point) >= 0, left, right);
    };
  }

  private static Value cut(
      Value same, String text, IntPredicate drops, boolean left, boolean right) {
    int start = 0;
    int end = text.length();
    while (left && start < end && drops.test(text.codePointAt(start))) {
      start += Character.charCount(text.codePointAt(start));
    }
    while (right && end > start && drops.test(text.codePointBefore(end))) {
      end -= Character.charCount(text.codePointBefore(end));
    }
    return start == 0 && end == text.length() ? same : new StringValue(text.substring(start, end));
  }

  /// Unicode's property White_Space.
  private static boolean isSpace(int point) {
    return (point >= 0x09 && point <= 0x0d)
        || point == 0x20
        || point == 0x85
        || point == 0xa0
        || point == 0x1680
        || (point >= 0x2000 && point <= 0x200a)
        || point == 0x2028
        || point == 0x2029
        || point == 0x202f
        || point == 0x205f
        || point == 0x3000;
  }

  private static Value withoutPrefix(Value[] arguments) throws BuiltinException {
    String text = Operands.string(arguments, 0);
    String prefix = Operands.string(arguments, 1);
    return text.startsWith(prefix)
        ? new StringValue(text.substring(prefix.length()))
        : arguments[0];
  }

  private static Value withoutSuffix(Value[] arguments) throws BuiltinException {
    String text = Operands.string(arguments, 0);
    String suffix = Operands.string(arguments, 1);
    return text.endsWith(suffix)
        ? new StringValue(text.substring(0, text.length() - suffix.length()))
        : arguments[0];
  }
}
