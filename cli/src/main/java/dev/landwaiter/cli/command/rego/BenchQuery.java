package dev.landwaiter.cli.command.rego;

import dev.landwaiter.base.value.Value;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flag.Values;
import dev.landwaiter.rego.Budget;
import dev.landwaiter.rego.RegoError;
import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.builtin.all.Builtins;
import dev.landwaiter.rego.compile.Compiler;
import dev.landwaiter.rego.eval.Prepared;
import dev.landwaiter.rego.eval.Program;
import dev.landwaiter.rego.load.LoadException;
import dev.landwaiter.rego.load.Loaded;
import dev.landwaiter.rego.parse.ParserSettings;
import dev.landwaiter.rego.policy.CompiledPolicy;
import dev.landwaiter.rego.policy.CompiledQuery;
import dev.landwaiter.rego.query.Documents;
import dev.landwaiter.rego.query.Settings;
import dev.landwaiter.rego.search.PartialSettings;
import dev.landwaiter.rego.search.Search;
import dev.landwaiter.rego.type.Capabilities;
import java.io.IOException;
import java.util.Optional;

/// A query that is ready to be measured.
///
/// @param timer what its time is called
record BenchQuery(Benchmark.Work work, String timer) {

  /// Loads and compiles; everything that is not measured.
  static BenchQuery prepare(Invocation invocation)
      throws UsageException, LoadException, RegoException, IOException {
    Values values = invocation.values();
    Capabilities capabilities = Language.capabilities(invocation);
    ParserSettings parser =
        ParserSettings.of(Language.version(invocation))
            .capabilities(capabilities)
            .annotations(true);
    Optional<Value> input = EvalInput.read(invocation);
    Loaded loaded = EvalRun.load(invocation, parser);
    CompiledPolicy policy =
        Compiler.compile(
            loaded.modules().values().stream().toList(),
            EvalRun.compiler(invocation, loaded, SchemaFiles.read(invocation)));
    QueryText text = QueryText.read(invocation, parser);
    var documents = new Documents(loaded.data(), input);
    var settings =
        new Settings(
            CliWorld.of(invocation),
            new Budget(
                Long.MAX_VALUE, Long.MAX_VALUE, Evaluations.memory(invocation), Budget.DEPTH),
            false,
            true,
            true,
            _ -> {},
            capabilities);
    boolean fail = values.flag(BenchFlags.FAIL);
    if (values.flag(EvalFlags.PARTIAL)) {
      CompiledQuery query = text.compilePartial(policy);
      PartialSettings partial = EvalPartial.of(invocation, parser).settings();
      var search = new Search(policy, Builtins.all());
      return new BenchQuery(
          () ->
              check(
                  fail,
                  search
                      .partial(query, documents, settings, partial, Optional.empty())
                      .queries()
                      .isEmpty()),
          "rego_partial_eval");
    }
    Prepared prepared = Program.compile(policy, Builtins.all()).prepare(text.compile(policy, true));
    return new BenchQuery(
        () -> check(fail, prepared.evaluate(documents, settings).results().isEmpty()),
        "rego_query_eval");
  }

  private static void check(boolean fail, boolean undefined) throws RegoException {
    if (fail && undefined) {
      throw new RegoException(RegoError.of("", "undefined result"));
    }
  }
}
