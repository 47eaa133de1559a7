package dev.landwaiter.rego.builtin.all;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.builtin.Builtin;
import dev.landwaiter.rego.type.CapabilitiesJson;
import dev.landwaiter.rego.type.Declaration;
import dev.landwaiter.rego.type.Type;
import dev.landwaiter.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Functions are declared as the original's capabilities declare them.
class DeclarationsTest {
  @Test
  void areThoseOfTheOriginal() throws IOException, FormatException, RegoException {
    Value json =
        Json.parse(
            "capabilities", Files.readAllBytes(Shared.path("conformance/opa/capabilities.json")));
    Map<String, String> expected = new TreeMap<>();
    CapabilitiesJson.read(json)
        .builtins()
        .forEach((name, declaration) -> expected.put(name, shown(declaration)));
    Map<String, String> ours = new TreeMap<>();
    for (Builtin builtin : Builtins.all().values()) {
      ours.put(builtin.name(), shown(builtin.declaration()));
    }
    Map<String, String> wrong = new TreeMap<>();
    expected.forEach((name, shown) -> {
      String got = ours.getOrDefault(name, "missing");
      if (!got.equals(shown)) {
        wrong.put(name, shown + " but " + got);
      }
    });
    assertThat(wrong).isEmpty();
    assertThat(ours).hasSize(206);
  }

  /// Without the names of arguments, which capabilities do not tell.
  private static String shown(Declaration declaration) {
    Type.FunctionType type = declaration.type();
    return declaration.infix()
        + " "
        + type.parameters().stream().map(Type.Parameter::type).toList()
        + " "
        + type.variadic()
        + " -> "
        + type.result()
        + " "
        + declaration.flags().stream().sorted().toList();
  }

  @Test
  void nameTheirArgumentsAsTheOriginal() throws IOException, FormatException {
    Value json =
        Json.parse(
            "metadata", Files.readAllBytes(Shared.path("conformance/opa/builtin_metadata.json")));
    Map<String, String> wrong = new TreeMap<>();
    for (Builtin builtin : Builtins.all().values()) {
      var names =
          json.get(builtin.name()).flatMap(one -> one.get("args")).stream()
              .flatMap(args -> args.elements().stream())
              .map(arg -> arg.text("name"))
              .toList();
      var ours =
          builtin.declaration().type().parameters().stream().map(Type.Parameter::name).toList();
      if (!names.isEmpty() && !names.equals(ours)) {
        wrong.put(builtin.name(), names + " but " + ours);
      }
    }
    assertThat(wrong).isEmpty();
  }
}
