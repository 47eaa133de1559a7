package dev.landwaiter.rego.builtin.language;

import static dev.landwaiter.rego.type.Type.ANY;
import static dev.landwaiter.rego.type.Type.STRING;

import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.RegoVersion;
import dev.landwaiter.rego.Source;
import dev.landwaiter.rego.builtin.Builtin;
import dev.landwaiter.rego.builtin.BuiltinException;
import dev.landwaiter.rego.builtin.Operands;
import dev.landwaiter.rego.builtin.Surroundings;
import dev.landwaiter.rego.parse.ModuleJson;
import dev.landwaiter.rego.parse.Parser;
import dev.landwaiter.rego.parse.ParserSettings;
import dev.landwaiter.rego.syntax.Module;
import dev.landwaiter.rego.type.Declaration;
import dev.landwaiter.rego.type.Type;
import java.util.List;

/// `rego.parse_module`.
public final class Modules {
  private Modules() {}

  public static List<Builtin> all() {
    return List.of(
        new Builtin(
            Declaration.of("rego.parse_module")
                .takes("filename", STRING)
                .takes("rego", STRING)
                .gives(Type.object(STRING, ANY)),
            Modules::parse));
  }

  private static Value parse(Surroundings surroundings, Value[] arguments) throws BuiltinException {
    var source = new Source(Operands.string(arguments, 0), Operands.string(arguments, 1));
    surroundings.reserve(source.text().length());
    try {
      Module module = Parser.parseModule(source, ParserSettings.of(RegoVersion.V1));
      return new ModuleJson(false, true).of(module);
    } catch (RegoException e) {
      throw BuiltinException.failure(RegoException.text(e.errors()));
    }
  }
}
