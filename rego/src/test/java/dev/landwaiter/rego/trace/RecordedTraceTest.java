package dev.landwaiter.rego.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Json;
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
import dev.landwaiter.rego.search.PartialSettings;
import dev.landwaiter.rego.search.Search;
import dev.landwaiter.rego.syntax.Body;
import dev.landwaiter.rego.syntax.Module;
import dev.landwaiter.rego.type.Capabilities;
import dev.landwaiter.testing.Shared;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Traces as the original recorded them (`opa eval --explain MODE --format pretty`).
final class RecordedTraceTest {
  private static final Capabilities CAPABILITIES =
      Capabilities.current(
          RegoVersion.V1, Builtins.all().values().stream().map(Builtin::declaration).toList());

  /// A recorded run; its arguments are read no further than these rows need.
  record Row(Value fields) {
    List<String> arguments() {
      return fields.get("args").orElseThrow().elements().stream().map(Value::asText).toList();
    }

    Optional<String> option(String name) {
      int at = arguments().indexOf(name);
      return at < 0 ? Optional.empty() : Optional.of(arguments().get(at + 1));
    }

    String file(String name) {
      return fields.get("files").orElseThrow().text(name);
    }

    boolean isTrace() {
      return arguments().contains("eval")
          && option("--explain").isPresent()
          && option("-f").orElse("json").matches("pretty|json")
          && !fields.text("stdout").isEmpty();
    }

    @Override
    public String toString() {
      return fields.text("id");
    }
  }

  static Stream<Row> rows() throws IOException, FormatException {
    return all().filter(Row::isTrace);
  }

  static Stream<Row> all() throws IOException, FormatException {
    var rows = new ArrayList<Row>();
    for (String line :
        Files.readAllLines(Shared.path("conformance/opa/cli-eval.jsonl"), StandardCharsets.UTF_8)) {
      rows.add(new Row(Json.parse("cli-eval", line.getBytes(StandardCharsets.UTF_8))));
    }
    return rows.stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void isAsRecorded(Row row) throws RegoException, FormatException {
    var modules = new ArrayList<Module>();
    ObjectValue data = ObjectValue.EMPTY;
    var settings = ParserSettings.of(RegoVersion.V1).capabilities(CAPABILITIES);
    for (Map.Entry<Value, Value> file :
        row.fields().get("files").orElse(ObjectValue.EMPTY).members().entrySet()) {
      String name = file.getKey().asText();
      if (name.endsWith(".rego")) {
        modules.add(Parser.parseModule(new Source(name, file.getValue().asText()), settings));
      } else if (row.arguments().contains(name) && !row.option("-i").equals(Optional.of(name))) {
        data = (ObjectValue) json(file.getValue().asText());
      }
    }
    Optional<Value> input = Optional.empty();
    if (row.option("-i").isPresent()) {
      input = Optional.of(json(row.file(row.option("-i").get())));
    }
    CompiledPolicy policy = Compiler.compile(modules, CompilerSettings.of(CAPABILITIES));
    Body asked = Parser.parseQuery(new Source("", row.arguments().getLast()), settings);
    boolean partial = row.arguments().contains("-p");
    CompiledQuery query =
        partial
            ? QueryCompiler.compilePartial(policy, asked, QuerySettings.PLAIN)
            : QueryCompiler.compile(
                policy,
                asked,
                new QuerySettings(Optional.empty(), List.of(), false, false, Set.of(), true));
    boolean text = row.option("-f").isPresent();
    var recorder = new Recorder(!text);
    var search = new Search(policy, Builtins.all());
    var documents = new Documents(data, input);
    if (partial) {
      var unknown = Parser.parseRef(new Source("", "input"), settings);
      search.partial(
          query,
          documents,
          settings(row),
          new PartialSettings(List.of(unknown), List.of(), false, false),
          Optional.of(recorder));
    } else {
      search.evaluate(query, documents, settings(row), Optional.of(recorder));
    }
    var names = new HashMap<>(policy.names());
    names.putAll(query.names());
    Explain mode = Explain.valueOf(row.option("--explain").orElseThrow().toUpperCase(Locale.ROOT));
    List<Event> events = mode.of(recorder.events());
    String stdout = row.fields().text("stdout");
    if (text) {
      assertThat(TraceText.of(events, names)).isEqualTo(recorded(stdout));
    } else {
      assertThat(new EventJson(names).of(events))
          .isEqualTo(json(stdout).get("explanation").orElseThrow());
    }
  }

  private static Value json(String text) throws FormatException {
    return Json.parse("a file", text.getBytes(StandardCharsets.UTF_8));
  }

  private static String recorded(String stdout) {
    var lines = new StringBuilder();
    stdout
        .lines()
        .filter(line ->
            line.matches("[^ ]+:\\d+ +(\\| )*(Enter|Exit|Eval|Redo|Fail|Index|Note|Unify|Save) .*"))
        .forEach(line -> lines.append(line).append('\n'));
    return lines.toString();
  }

  private static Settings settings(Row row) {
    return new Settings(
        new StillWorld(),
        Budget.NONE,
        false,
        !row.arguments().contains("--disable-indexing"),
        !row.arguments().contains("--disable-early-exit"),
        _ -> {},
        CAPABILITIES);
  }
}
