package dev.landwaiter.rego.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.RegoVersion;
import dev.landwaiter.rego.Source;
import dev.landwaiter.rego.check.Schemas;
import dev.landwaiter.rego.parse.Parser;
import dev.landwaiter.rego.parse.ParserSettings;
import dev.landwaiter.rego.syntax.Module;
import dev.landwaiter.rego.type.Capabilities;
import dev.landwaiter.rego.type.CapabilitiesJson;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Recorded runs of `check` that found errors of the compiler, or none: the same is found.
class CheckRowsTest {
  /// Rows that ask for more than the compiler has: folders of schemas, bundles.
  private static final Set<String> ELSEWHERE = Set.of("-b", "--format", "-f", "-s");

  @Test
  void errorsAreTheSame() throws Exception {
    var differing = new ArrayList<String>();
    int looked = 0;
    for (Value row : Recorded.rows("conformance/opa/cli-check.jsonl")) {
      List<String> args =
          row.get("args").orElseThrow().elements().stream().map(Value::asText).toList();
      String wanted = (row.text("stdout") + row.text("stderr")).stripTrailing();
      if (args.stream().anyMatch(ELSEWHERE::contains)
          || !(wanted.isEmpty() || wanted.matches("(?s)\\d+ errors? occurred:.*"))) {
        continue;
      }
      looked++;
      String got = errors(row, args);
      if (!got.equals(wanted) && !(isUnordered(row) && lines(got).equals(lines(wanted)))) {
        differing.add(row.text("id") + ": got " + got + "\nwanted " + wanted);
      }
    }
    assertThat(differing).as("%d rows", looked).isEmpty();
    assertThat(looked).isGreaterThan(250);
  }

  private static Set<String> lines(String text) {
    return new HashSet<>(text.lines().toList());
  }

  private static boolean isUnordered(Value row) {
    return row.get("volatile").map(Value::elements).orElse(List.of()).stream()
        .anyMatch(what -> what.asText().startsWith("order"));
  }

  private static String errors(Value row, List<String> args) throws Exception {
    RegoVersion version =
        args.contains("--v0-compatible")
            ? RegoVersion.V0
            : args.contains("--v0-v1") ? RegoVersion.V0_V1 : RegoVersion.V1;
    int limit = args.contains("-m") ? Integer.parseInt(args.get(args.indexOf("-m") + 1)) : 10;
    Map<Value, Value> files = row.get("files").orElseThrow().members();
    Capabilities capabilities =
        args.contains("--capabilities")
            ? CapabilitiesJson.read(
                Json.parse("c.json", row.get("files").orElseThrow().text("c.json")))
            : Recorded.capabilities(version);
    try {
      var modules = new ArrayList<Module>();
      for (Map.Entry<Value, Value> file : files.entrySet()) {
        if (file.getKey().asText().endsWith(".rego")) {
          modules.add(
              Parser.parseModule(
                  new Source(file.getKey().asText(), file.getValue().asText()),
                  ParserSettings.of(version).capabilities(capabilities).annotations(true)));
        }
      }
      Compiler.compile(
          modules, settings(capabilities, args.contains("--strict"), limit, Optional.empty()));
      return "";
    } catch (RegoException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static CompilerSettings settings(
      Capabilities capabilities, boolean strict, int limit, Optional<Schemas> schemas) {
    return new CompilerSettings(
        capabilities, strict, true, limit, false, Set.of(), path -> false, false, schemas, true);
  }
}
