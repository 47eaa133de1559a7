package dev.landwaiter.rego.builtin.all;

import dev.landwaiter.base.format.JsonStyle;
import dev.landwaiter.base.format.JsonWriter;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.Budget;
import dev.landwaiter.rego.RegoError;
import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.RegoVersion;
import dev.landwaiter.rego.Source;
import dev.landwaiter.rego.builtin.Builtin;
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
import dev.landwaiter.rego.query.Settings;
import dev.landwaiter.rego.type.Capabilities;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Evaluates single expressions with strict errors.
final class Calls {
  private static final Capabilities CAPABILITIES =
      Capabilities.current(
          RegoVersion.V1, Builtins.all().values().stream().map(Builtin::declaration).toList());

  /// After the certificates of the recorded calls were made.
  private static final long NOW = 1_795_564_800_000_000_000L;

  private final CompiledPolicy policy;
  private final Program program;

  Calls() throws RegoException {
    policy = Compiler.compile(List.of(), CompilerSettings.of(CAPABILITIES));
    program = Program.compile(policy, Builtins.all());
  }

  /// `{"value": V}`, `{"undefined": true}` or `{"error": "code: message"}` as JSON.
  String outcome(String expression) {
    return show(outcome(expression, Budget.NONE));
  }

  static String show(Value value) {
    return JsonWriter.toText(JsonValue.of(value), JsonStyle.COMPACT);
  }

  Value outcome(String expression, Budget budget) {
    try {
      var settings =
          new Settings(ClosedWorld.at(NOW), budget, true, true, true, _ -> {}, CAPABILITIES);
      CompiledQuery query =
          QueryCompiler.compile(
              policy,
              Parser.parseQuery(new Source("", expression), ParserSettings.of(RegoVersion.V1)),
              new QuerySettings(Optional.empty(), List.of(), false, false, Set.of(), true));
      Answer answer =
          program
              .prepare(query)
              .evaluate(new Documents(ObjectValue.EMPTY, Optional.empty()), settings);
      return answer.results().isEmpty()
          ? object("undefined", Value.of(true))
          : object("value", answer.results().getFirst().values().getFirst());
    } catch (RegoException e) {
      RegoError error = e.errors().getFirst();
      return object("error", Value.of(error.code() + ": " + error.message()));
    }
  }

  private static Value object(String key, Value value) {
    return new ObjectValue(Map.of(Value.of(key), value));
  }
}
