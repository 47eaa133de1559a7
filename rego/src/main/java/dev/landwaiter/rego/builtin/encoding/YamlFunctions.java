package dev.landwaiter.rego.builtin.encoding;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.GoYaml;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.builtin.Builtin;
import dev.landwaiter.rego.builtin.BuiltinException;
import dev.landwaiter.rego.builtin.Operands;
import dev.landwaiter.rego.type.Declaration;
import dev.landwaiter.rego.type.Type;
import java.util.List;

/// `yaml.*` (reference 2.6, 13.9).
public final class YamlFunctions {
  private YamlFunctions() {}

  public static List<Builtin> all() {
    return List.of(
        new Builtin(
            Declaration.of("yaml.marshal").takes("x", Type.ANY).gives(Type.STRING),
            (_, a) -> Value.of(YamlText.of(JsonText.read(JsonText.of(a[0]))))),
        new Builtin(
            Declaration.of("yaml.unmarshal").takes("x", Type.STRING).gives(Type.ANY),
            (_, a) -> read(Operands.string(a, 0))),
        new Builtin(
            Declaration.of("yaml.is_valid").takes("x", Type.STRING).gives(Type.BOOLEAN),
            (_, a) -> Value.of(a[0] instanceof StringValue text && isValid(text.text()))));
  }

  /// Reads the first document of a text.
  public static Value read(String text) throws BuiltinException {
    try {
      return GoYaml.parse(text);
    } catch (FormatException e) {
      throw BuiltinException.failure(e.problem().message());
    }
  }

  private static boolean isValid(String text) {
    try {
      var _ = GoYaml.parse(text);
      return true;
    } catch (FormatException e) {
      return false;
    }
  }
}
