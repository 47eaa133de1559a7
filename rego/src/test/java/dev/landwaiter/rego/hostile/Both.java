package dev.landwaiter.rego.hostile;

import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.Budget;
import dev.landwaiter.rego.ClosedWorld;
import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.RegoVersion;
import dev.landwaiter.rego.Source;
import dev.landwaiter.rego.World;
import dev.landwaiter.rego.builtin.Builtin;
import dev.landwaiter.rego.builtin.all.Builtins;
import dev.landwaiter.rego.compile.Compiler;
import dev.landwaiter.rego.compile.CompilerSettings;
import dev.landwaiter.rego.compile.QueryCompiler;
import dev.landwaiter.rego.compile.QuerySettings;
import dev.landwaiter.rego.eval.Prepared;
import dev.landwaiter.rego.eval.Program;
import dev.landwaiter.rego.parse.Parser;
import dev.landwaiter.rego.parse.ParserSettings;
import dev.landwaiter.rego.policy.CompiledPolicy;
import dev.landwaiter.rego.policy.CompiledQuery;
import dev.landwaiter.rego.query.Answer;
import dev.landwaiter.rego.query.Documents;
import dev.landwaiter.rego.query.Settings;
import dev.landwaiter.rego.search.Search;
import dev.landwaiter.rego.syntax.Module;
import dev.landwaiter.rego.type.Capabilities;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// One query over one policy, ready in both engines.
record Both(Prepared closures, Search search, CompiledQuery query) {
  private static final Map<String, Builtin> BUILTINS = Builtins.all();
  private static final Capabilities CAPABILITIES =
      Capabilities.current(
          RegoVersion.V1, BUILTINS.values().stream().map(Builtin::declaration).toList());

  static Both compile(List<String> modules, String query) throws RegoException {
    var parsed = new ArrayList<Module>();
    ParserSettings settings = ParserSettings.of(RegoVersion.V1).capabilities(CAPABILITIES);
    for (int i = 0; i < modules.size(); i++) {
      parsed.add(Parser.parseModule(new Source("m" + i + ".rego", modules.get(i)), settings));
    }
    CompiledPolicy policy = Compiler.compile(parsed, CompilerSettings.of(CAPABILITIES));
    CompiledQuery ready =
        QueryCompiler.compile(
            policy, Parser.parseQuery(new Source("", query), settings), QuerySettings.PLAIN);
    return new Both(
        Program.compile(policy, BUILTINS).prepare(ready), new Search(policy, BUILTINS), ready);
  }

  static World world() {
    Instant instant = Instant.parse("2026-01-02T03:04:05Z");
    return new ClosedWorld(() -> instant, System::nanoTime, new Random(5));
  }

  static Settings settings(World world, Budget budget, boolean indexing, boolean earlyExit) {
    return new Settings(world, budget, false, indexing, earlyExit, _ -> {}, CAPABILITIES);
  }

  Answer closures(ObjectValue data, Optional<Value> input, Settings settings) throws RegoException {
    return closures.evaluate(new Documents(data, input), settings);
  }

  Answer search(ObjectValue data, Optional<Value> input, Settings settings) throws RegoException {
    return search.evaluate(query, new Documents(data, input), settings, Optional.empty());
  }
}
