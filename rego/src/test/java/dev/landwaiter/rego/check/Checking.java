package dev.landwaiter.rego.check;

import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.RegoVersion;
import dev.landwaiter.rego.Source;
import dev.landwaiter.rego.builtin.Builtin;
import dev.landwaiter.rego.builtin.all.Builtins;
import dev.landwaiter.rego.compile.Compiler;
import dev.landwaiter.rego.compile.CompilerSettings;
import dev.landwaiter.rego.parse.Parser;
import dev.landwaiter.rego.parse.ParserSettings;
import dev.landwaiter.rego.type.Capabilities;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Compiles one module and tells what is wrong with it.
final class Checking {
  private Checking() {}

  static String check(String module, Optional<Schemas> schemas) {
    var capabilities =
        Capabilities.current(
            RegoVersion.V1, Builtins.all().values().stream().map(Builtin::declaration).toList());
    CompilerSettings base = CompilerSettings.of(capabilities);
    var settings =
        new CompilerSettings(
            capabilities,
            false,
            true,
            base.errorLimit(),
            false,
            Set.of(),
            path -> false,
            false,
            schemas,
            true);
    try {
      Compiler.compile(
          List.of(
              Parser.parseModule(new Source("p.rego", module), ParserSettings.of(RegoVersion.V1))),
          settings);
      return "";
    } catch (RegoException e) {
      return String.valueOf(e.getMessage());
    }
  }
}
