package dev.landwaiter.rego.builtin.pattern;

import static dev.landwaiter.rego.type.Type.BOOLEAN;
import static dev.landwaiter.rego.type.Type.NULL;
import static dev.landwaiter.rego.type.Type.STRING;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.builtin.Builtin;
import dev.landwaiter.rego.builtin.BuiltinException;
import dev.landwaiter.rego.builtin.Operands;
import dev.landwaiter.rego.builtin.Surroundings;
import dev.landwaiter.rego.type.Declaration;
import dev.landwaiter.rego.type.Type;
import java.util.List;

/// `glob.match` and `glob.quote_meta` (section 13.7).
public final class Globs {
  private static final String SPECIAL = "*?\\[]{}";

  private Globs() {}

  public static List<Builtin> all() {
    return List.of(
        new Builtin(
            Declaration.of("glob.match")
                .takes("pattern", STRING)
                .takes("delimiters", Type.any(NULL, Type.array(STRING)))
                .takes("match", STRING)
                .gives(BOOLEAN),
            Globs::match),
        new Builtin(
            Declaration.of("glob.quote_meta").takes("pattern", STRING).gives(STRING),
            Globs::quote));
  }

  /// @param separators all of them in one text
  private record Key(String pattern, String separators) {}

  /// What reading gave: a glob, or the text of what is wrong with it.
  private sealed interface Compiled {
    record Fine(GlobProgram glob) implements Compiled {}

    record Wrong(String message) implements Compiled {}
  }

  private static Value match(Surroundings surroundings, Value[] arguments) throws BuiltinException {
    String pattern = Operands.string(arguments, 0);
    String separators = separators(arguments);
    String text = Operands.string(arguments, 2);
    return switch (surroundings.share("glob", new Key(pattern, separators), Globs::compile)) {
      case Compiled.Fine(GlobProgram glob) -> Value.of(glob.matches(text));
      case Compiled.Wrong(String message) -> throw BuiltinException.failure(message);
    };
  }

  private static Compiled compile(Key key) {
    try {
      return new Compiled.Fine(GlobProgram.compile(key.pattern(), key.separators()));
    } catch (GlobSyntaxException e) {
      return new Compiled.Wrong(e.getMessage());
    }
  }

  private static String separators(Value[] arguments) throws BuiltinException {
    if (arguments[1] instanceof NullValue) {
      return "";
    }
    if (!(arguments[1] instanceof ArrayValue array)) {
      throw Operands.wrong(2, arguments[1], "array", "null");
    }
    if (array.size() == 0) {
      return ".";
    }
    var separators = new StringBuilder();
    for (Value element : array.elements()) {
      if (!(element instanceof StringValue(String text))) {
        throw Operands.wrongElement(2, array, element, "string");
      }
      if (text.codePointCount(0, text.length()) != 1) {
        throw Operands.wrongElement(2, array, element, "rune");
      }
      separators.append(text);
    }
    return separators.toString();
  }

  private static Value quote(Surroundings surroundings, Value[] arguments) throws BuiltinException {
    String text = Operands.string(arguments, 0);
    var quoted = new StringBuilder(text.length() + 8);
    for (int i = 0; i < text.length(); i++) {
      if (SPECIAL.indexOf(text.charAt(i)) >= 0) {
        quoted.append('\\');
      }
      quoted.append(text.charAt(i));
    }
    return new StringValue(quoted.toString());
  }
}
