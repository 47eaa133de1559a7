package dev.landwaiter.rego.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.Budget;
import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.RegoVersion;
import dev.landwaiter.rego.Source;
import dev.landwaiter.rego.builtin.Builtin;
import dev.landwaiter.rego.builtin.all.Builtins;
import dev.landwaiter.rego.compile.Compiler;
import dev.landwaiter.rego.compile.CompilerSettings;
import dev.landwaiter.rego.compile.QueryCompiler;
import dev.landwaiter.rego.compile.QuerySettings;
import dev.landwaiter.rego.conformance.StillWorld;
import dev.landwaiter.rego.parse.Parser;
import dev.landwaiter.rego.parse.ParserSettings;
import dev.landwaiter.rego.policy.CompiledPolicy;
import dev.landwaiter.rego.policy.CompiledQuery;
import dev.landwaiter.rego.query.Documents;
import dev.landwaiter.rego.query.Settings;
import dev.landwaiter.rego.search.Search;
import dev.landwaiter.rego.syntax.Module;
import dev.landwaiter.rego.type.Capabilities;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Coverage as the original recorded it (`opa eval --coverage`).
final class RecordedCoverageTest {
  private static final Capabilities CAPABILITIES =
      Capabilities.current(
          RegoVersion.V1, Builtins.all().values().stream().map(Builtin::declaration).toList());

  static Stream<RecordedTraceTest.Row> rows() throws IOException, FormatException {
    return RecordedTraceTest.all()
        .filter(row -> row.arguments().contains("--coverage"))
        .filter(row -> row.fields().text("stdout").startsWith("{"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void isAsRecorded(RecordedTraceTest.Row row) throws RegoException, FormatException {
    var parsing = ParserSettings.of(RegoVersion.V1).capabilities(CAPABILITIES);
    var modules = new ArrayList<Module>();
    for (Map.Entry<Value, Value> file :
        row.fields().get("files").orElse(ObjectValue.EMPTY).members().entrySet()) {
      modules.add(
          Parser.parseModule(
              new Source(file.getKey().asText(), file.getValue().asText()), parsing));
    }
    CompiledPolicy policy = Compiler.compile(modules, CompilerSettings.of(CAPABILITIES));
    CompiledQuery query =
        QueryCompiler.compile(
            policy,
            Parser.parseQuery(new Source("", row.arguments().getLast()), parsing),
            QuerySettings.PLAIN);
    Optional<Value> input = Optional.empty();
    if (row.arguments().contains("-I")) {
      String stdin = row.fields().text("stdin");
      input = Optional.of(stdin.isEmpty() ? NullValue.NULL : json(stdin));
    }
    var documents = new Documents(ObjectValue.EMPTY, input);
    var search = new Search(policy, Builtins.all());
    Coverage main = run(search, query, documents, true, true);
    var others = new TreeMap<String, Coverage>();
    if (!row.arguments().contains("--coverage-runs=")) {
      others.put("index_excluded", run(search, query, documents, false, true));
      others.put("early_exit", run(search, query, documents, true, false));
    }
    Value report = CoverageReport.of(policy.modules(), main, others);
    assertThat(report).isEqualTo(json(row.fields().text("stdout")).get("coverage").orElseThrow());
  }

  private static Coverage run(
      Search search, CompiledQuery query, Documents documents, boolean index, boolean early)
      throws RegoException {
    var coverage = new Coverage();
    search.evaluate(
        query,
        documents,
        new Settings(new StillWorld(), Budget.NONE, false, index, early, _ -> {}, CAPABILITIES),
        Optional.of(new Several(List.of(coverage))));
    return coverage;
  }

  private static Value json(String text) throws FormatException {
    return Json.parse("a file", text.getBytes(StandardCharsets.UTF_8));
  }
}
