package dev.landwaiter.rego.builtin.all;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.format.JsonStyle;
import dev.landwaiter.base.format.JsonWriter;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.Budget;
import dev.landwaiter.rego.RegoError;
import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.RegoVersion;
import dev.landwaiter.rego.Source;
import dev.landwaiter.rego.compile.Compiler;
import dev.landwaiter.rego.compile.CompilerSettings;
import dev.landwaiter.rego.compile.QueryCompiler;
import dev.landwaiter.rego.compile.QuerySettings;
import dev.landwaiter.rego.eval.Program;
import dev.landwaiter.rego.parse.Parser;
import dev.landwaiter.rego.parse.ParserSettings;
import dev.landwaiter.rego.policy.CompiledPolicy;
import dev.landwaiter.rego.policy.CompiledQuery;
import dev.landwaiter.rego.present.JsonValue;
import dev.landwaiter.rego.query.Answer;
import dev.landwaiter.rego.query.Documents;
import dev.landwaiter.rego.query.Result;
import dev.landwaiter.rego.query.Settings;
import dev.landwaiter.rego.type.Capabilities;
import dev.landwaiter.testing.CaseLines;
import dev.landwaiter.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Calls of all functions give what was recorded of the original, but for those that
/// `builtin-calls/differs.txt` names with a reason.
class RecordedCallsTest {
  private static final Capabilities CAPABILITIES =
      Capabilities.current(
          RegoVersion.V1,
          Builtins.all().values().stream()
              .map(dev.landwaiter.rego.builtin.Builtin::declaration)
              .toList());

  private final CompiledPolicy policy;
  private final Program program;

  RecordedCallsTest() throws RegoException {
    policy = Compiler.compile(List.of(), CompilerSettings.of(CAPABILITIES));
    program = Program.compile(policy, Builtins.all());
  }

  @Test
  void agrees() throws IOException, FormatException {
    Map<String, String> excused = excused();
    var wrong = new TreeMap<String, String>();
    var rows = new TreeMap<String, Integer>();
    int agreeing = 0;
    List<String> lines = Files.readAllLines(Shared.path("conformance/opa/builtins.jsonl"));
    for (String line : lines) {
      Value row = Json.parse("builtins.jsonl", line);
      String name = row.text("builtin");
      String id = name + " " + rows.merge(name, 1, Integer::sum);
      Value expected = row.get("result").orElseThrow();
      String got = show(outcome(row.text("expr")));
      boolean same = show(expected).equals(got);
      agreeing += same ? 1 : 0;
      if (same == excused.containsKey(id)) {
        wrong.put(
            id,
            same ? "now agrees" : row.text("expr") + "\n  " + show(expected) + "\n  ours: " + got);
      }
    }
    System.out.println("builtin calls: " + agreeing + " of " + lines.size() + " agree");
    assertThat(wrong).isEmpty();
  }

  /// Why rows differ, by the function's name and the row's place among its rows.
  private static Map<String, String> excused() throws IOException {
    var excused = new TreeMap<String, String>();
    for (String line : CaseLines.of("/builtin-calls/differs.txt")) {
      int end = line.indexOf(": ");
      excused.put(line.substring(0, end), line.substring(end + 2));
    }
    return excused;
  }

  private static String show(Value value) {
    return JsonWriter.toText(JsonValue.of(value), JsonStyle.COMPACT);
  }

  private Value outcome(String expression) {
    try {
      var settings =
          new Settings(
              ClosedWorld.at(1_795_564_800_000_000_000L),
              Budget.NONE,
              true,
              true,
              true,
              _ -> {},
              CAPABILITIES);
      CompiledQuery query =
          QueryCompiler.compile(
              policy,
              Parser.parseQuery(new Source("", expression), ParserSettings.of(RegoVersion.V1)),
              new QuerySettings(
                  Optional.empty(), List.of(), false, false, java.util.Set.of(), true));
      Answer answer =
          program
              .prepare(query)
              .evaluate(new Documents(ObjectValue.EMPTY, Optional.empty()), settings);
      if (answer.results().isEmpty()) {
        return object("undefined", Value.of(true));
      }
      Result result = answer.results().getFirst();
      return object("value", result.values().getFirst());
    } catch (RegoException e) {
      RegoError error = e.errors().getFirst();
      return object("error", Value.of(error.code() + ": " + error.message()));
    }
  }

  private static Value object(String key, Value value) {
    return new ObjectValue(Map.of(Value.of(key), value));
  }
}
