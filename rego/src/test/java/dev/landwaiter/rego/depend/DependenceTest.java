package dev.landwaiter.rego.depend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.RegoVersion;
import dev.landwaiter.rego.Source;
import dev.landwaiter.rego.builtin.Builtin;
import dev.landwaiter.rego.builtin.all.Builtins;
import dev.landwaiter.rego.compile.Compiler;
import dev.landwaiter.rego.compile.CompilerSettings;
import dev.landwaiter.rego.compile.QueryCompiler;
import dev.landwaiter.rego.compile.QuerySettings;
import dev.landwaiter.rego.parse.Parser;
import dev.landwaiter.rego.parse.ParserSettings;
import dev.landwaiter.rego.syntax.Module;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.type.Capabilities;
import dev.landwaiter.testing.Shared;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DependenceTest {
  private static final ParserSettings SETTINGS = ParserSettings.of(RegoVersion.V1);

  private static Dependence depends(Map<String, String> files, String query) throws RegoException {
    var capabilities =
        Capabilities.current(
            RegoVersion.V1, Builtins.all().values().stream().map(Builtin::declaration).toList());
    var modules = new ArrayList<Module>();
    for (Map.Entry<String, String> file : files.entrySet()) {
      if (file.getKey().endsWith(".rego")) {
        modules.add(Parser.parseModule(new Source(file.getKey(), file.getValue()), SETTINGS));
      }
    }
    var policy = Compiler.compile(modules, CompilerSettings.of(capabilities));
    var compiled =
        QueryCompiler.compile(
            policy, Parser.parseQuery(new Source("", query), SETTINGS), QuerySettings.PLAIN);
    return Dependence.of(policy, compiled.body());
  }

  private static String names(List<Ref> refs) {
    return refs.stream().map(Ref::toString).collect(Collectors.joining(" "));
  }

  private static String names(Optional<Value> refs) {
    return refs.map(Value::elements).orElse(List.of()).stream()
        .map(ref ->
            ref.elements().stream()
                .map(part -> part.text("value"))
                .collect(Collectors.joining(".")))
        .collect(Collectors.joining(" "));
  }

  @Test
  void recordedRunsOfDepsAgree() throws Exception {
    int count = 0;
    for (String line : Files.readAllLines(Shared.path("conformance/opa/cli-other.jsonl"))) {
      Value row = Json.parse("row", line);
      List<Value> arguments = row.get("args").orElseThrow().elements();
      if (!arguments.getFirst().asText().equals("deps") || !row.text("stdout").startsWith("{")) {
        continue;
      }
      Map<String, String> files =
          row.get("files").orElseThrow().members().entrySet().stream()
              .collect(
                  Collectors.toMap(one -> one.getKey().asText(), one -> one.getValue().asText()));
      Dependence ours = depends(files, arguments.getLast().asText());
      Value theirs = Json.parse("out", row.text("stdout"));
      assertThat(names(ours.base())).as(row.text("id")).isEqualTo(names(theirs.get("base")));
      assertThat(names(ours.virtual())).as(row.text("id")).isEqualTo(names(theirs.get("virtual")));
      count++;
    }
    assertThat(count).isGreaterThan(5);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "x := input.a; x.b == 1 # input.a.b",
        "x := input.a; x.b == x # input.a",
        "input.a; input.a.b # input.a",
        "input[data.k] # data.k input",
        "count([y | y := input.a[_]]) # input.a",
        "true with input.a as data.b # data.b input.a",
      })
  void aPathGoesOnThroughVariables(String query, String base) throws RegoException {
    assertThat(names(depends(Map.of(), query).base())).isEqualTo(base);
  }
}
