package dev.landwaiter.rego.eval;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.value.ObjectValue;
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
import dev.landwaiter.rego.query.Answer;
import dev.landwaiter.rego.query.Documents;
import dev.landwaiter.rego.query.Settings;
import dev.landwaiter.rego.search.Search;
import dev.landwaiter.rego.type.Capabilities;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A policy and a query, compiled for tests.
record Policies(CompiledPolicy policy, CompiledQuery query) {
  private static final Map<String, Builtin> BUILTINS = Builtins.all();
  private static final Capabilities CAPABILITIES =
      Capabilities.current(
          RegoVersion.V1, BUILTINS.values().stream().map(Builtin::declaration).toList());

  static Policies of(String module, String query) throws RegoException {
    var syntax = ParserSettings.of(RegoVersion.V1);
    CompiledPolicy policy =
        Compiler.compile(
            List.of(Parser.parseModule(new Source("policy.rego", module), syntax)),
            CompilerSettings.of(CAPABILITIES));
    return new Policies(
        policy,
        QueryCompiler.compile(
            policy,
            Parser.parseQuery(new Source("", query), syntax),
            new QuerySettings(Optional.empty(), List.of(), false, false, Set.of(), true)));
  }

  static Documents documents(String data, String input) throws FormatException {
    return new Documents(
        (ObjectValue) Json.parse("data", data), Optional.of(Json.parse("input", input)));
  }

  static Settings settings(Budget budget, boolean strict, boolean indexing) {
    return new Settings(
        new StillWorld(), budget, strict, indexing, indexing, _ -> {}, CAPABILITIES);
  }

  static Settings settings() {
    return settings(Budget.NONE, false, true);
  }

  Prepared prepared() {
    return Program.compile(policy, BUILTINS).prepare(query);
  }

  /// What the other evaluator says.
  Answer searched(Documents documents, Settings settings) throws RegoException {
    return new Search(policy, BUILTINS).evaluate(query, documents, settings, Optional.empty());
  }
}
