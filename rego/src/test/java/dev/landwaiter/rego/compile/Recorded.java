package dev.landwaiter.rego.compile;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.format.Yaml;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.RegoVersion;
import dev.landwaiter.rego.type.Capabilities;
import dev.landwaiter.rego.type.CapabilitiesJson;
import dev.landwaiter.rego.type.Declaration;
import dev.landwaiter.rego.type.Type;
import dev.landwaiter.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What was recorded of the original, read from the shared folder.
final class Recorded {
  private Recorded() {}

  /// The capabilities of the recorded program.
  static Capabilities capabilities(RegoVersion version)
      throws IOException, FormatException, RegoException {
    Path file = Shared.path("conformance/opa/capabilities.json");
    Capabilities read = CapabilitiesJson.read(Json.parse("capabilities", Files.readAllBytes(file)));
    return Capabilities.current(
        version, read.builtins().values().stream().map(Recorded::named).toList());
  }

  /// With names of parameters, as declarations of an engine have them and the file has not.
  private static Declaration named(Declaration plain) {
    Type.FunctionType type = plain.type();
    return new Declaration(
        plain.name(),
        plain.infix(),
        new Type.FunctionType(
            type.parameters().stream().map(one -> Type.parameter("x", one.type())).toList(),
            type.result(),
            type.variadic()),
        plain.flags());
  }

  /// The cases of all YAML files below a folder.
  static List<Value> cases(String folder) throws IOException, FormatException {
    var cases = new ArrayList<Value>();
    try (Stream<Path> files = Files.walk(Shared.path(folder))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".yaml")).sorted().toList()) {
        cases.addAll(
            Yaml.parse(file.toString(), Files.readAllBytes(file))
                .get("cases")
                .orElseThrow()
                .elements());
      }
    }
    return cases;
  }

  static List<Value> rows(String file) throws IOException, FormatException {
    var rows = new ArrayList<Value>();
    for (String line : Files.readAllLines(Shared.path(file))) {
      rows.add(Json.parse(file, line));
    }
    return rows;
  }
}
