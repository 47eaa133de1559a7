package dev.landwaiter.rego.builtin.text;

import static dev.landwaiter.rego.type.Type.ANY;
import static dev.landwaiter.rego.type.Type.BOOLEAN;
import static dev.landwaiter.rego.type.Type.NUMBER;
import static dev.landwaiter.rego.type.Type.STRING;

import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.builtin.Builtin;
import dev.landwaiter.rego.builtin.BuiltinException;
import dev.landwaiter.rego.builtin.Operands;
import dev.landwaiter.rego.builtin.Surroundings;
import dev.landwaiter.rego.syntax.ValueText;
import dev.landwaiter.rego.type.Declaration;
import java.util.List;

/// `semver.compare` and `semver.is_valid` (section 13.15).
public final class Versions {
  private Versions() {}

  public static List<Builtin> all() {
    return List.of(
        new Builtin(
            Declaration.of("semver.compare").takes("a", STRING).takes("b", STRING).gives(NUMBER),
            Versions::compare),
        new Builtin(
            Declaration.of("semver.is_valid").takes("vsn", ANY).gives(BOOLEAN),
            (_, arguments) -> Value.of(LaxVersion.parse(arguments[0].asText()).isPresent())));
  }

  private static Value compare(Surroundings surroundings, Value[] arguments)
      throws BuiltinException {
    String first = Operands.string(arguments, 0);
    String second = Operands.string(arguments, 1);
    return NumberValue.of(version(first, 1).compareTo(version(second, 2)));
  }

  private static LaxVersion version(String text, int position) throws BuiltinException {
    var version = LaxVersion.parse(text);
    if (version.isEmpty()) {
      throw BuiltinException.failure(
          "operand " + position + ": string " + ValueText.quoted(text) + " is not a valid SemVer");
    }
    return version.get();
  }
}
