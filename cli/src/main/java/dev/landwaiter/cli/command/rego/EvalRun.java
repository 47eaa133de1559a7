package dev.landwaiter.cli.command.rego;

import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flag.Values;
import dev.landwaiter.cli.flags.RegoFlags;
import dev.landwaiter.rego.ErrorCode;
import dev.landwaiter.rego.RegoError;
import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.builtin.Builtin;
import dev.landwaiter.rego.builtin.all.Builtins;
import dev.landwaiter.rego.check.Schemas;
import dev.landwaiter.rego.compile.Compiler;
import dev.landwaiter.rego.compile.CompilerSettings;
import dev.landwaiter.rego.eval.Prepared;
import dev.landwaiter.rego.eval.Program;
import dev.landwaiter.rego.load.LoadException;
import dev.landwaiter.rego.load.Loaded;
import dev.landwaiter.rego.parse.ParserSettings;
import dev.landwaiter.rego.policy.CompiledPolicy;
import dev.landwaiter.rego.policy.CompiledQuery;
import dev.landwaiter.rego.present.Metrics;
import dev.landwaiter.rego.query.Answer;
import dev.landwaiter.rego.query.Documents;
import dev.landwaiter.rego.query.Settings;
import dev.landwaiter.rego.search.Search;
import dev.landwaiter.rego.trace.Coverage;
import dev.landwaiter.rego.trace.CoverageReport;
import dev.landwaiter.rego.trace.Profile;
import dev.landwaiter.rego.trace.Tracer;
import dev.landwaiter.rego.type.Capabilities;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// One run of `eval`: load, compile, evaluate, show.
final class EvalRun {
  private final Invocation invocation;
  private final Values values;
  private final Optional<Value> input;
  private final Optional<Schemas> schemas;
  private final Metrics metrics;

  EvalRun(Invocation invocation, Optional<Value> input, Optional<Schemas> schemas)
      throws UsageException {
    this.schemas = schemas;
    this.metrics = new Metrics(CliWorld.of(invocation)::ticks);
    this.invocation = invocation;
    this.values = invocation.values();
    this.input = input;
  }

  /// Whether the exit code is 0.
  boolean run() throws UsageException, LoadException, RegoException, IOException {
    if (values.text(RegoFlags.TARGET).equals("wasm")) {
      throw new RegoException(EvalTarget.noWasm(invocation));
    }
    Capabilities capabilities = Language.capabilities(invocation);
    ParserSettings parser =
        ParserSettings.of(Language.version(invocation))
            .capabilities(capabilities)
            .annotations(true);
    List<List<Profile.Entry>> profiles = new ArrayList<>();
    Evaluated evaluated = once(capabilities, parser);
    evaluated.profile().ifPresent(profiles::add);
    for (int i = values.number(RegoFlags.COUNT); i > 1; i--) {
      evaluated = once(capabilities, parser);
      evaluated.profile().ifPresent(profiles::add);
    }
    new EvalShown(invocation, metrics, profiles).show(evaluated);
    boolean defined = evaluated.isDefined();
    return !(values.flag(EvalFlags.FAIL) && !defined)
        && !(values.flag(EvalFlags.FAIL_DEFINED) && defined);
  }

  private Evaluated once(Capabilities capabilities, ParserSettings parser)
      throws UsageException, LoadException, RegoException, IOException {
    boolean files = values.isSet(RegoFlags.DATA) || values.isSet(RegoFlags.BUNDLE);
    metrics.begin();
    Loaded loaded = load(invocation, parser);
    if (files) {
      metrics.lap("rego_load_files");
      for (String part : List.of("rego_data_parse", "rego_module_parse", "rego_external_resolve")) {
        metrics.add(part, 0);
      }
    }
    CompiledPolicy policy = compile(loaded);
    if (files) {
      metrics.lap("rego_module_compile");
    }
    QueryText text = QueryText.read(invocation, parser);
    metrics.lap("rego_query_parse");
    var documents = new Documents(loaded.data(), input);
    Settings settings = settings(capabilities);
    EvalWatch watch = EvalWatch.of(invocation);
    if (values.flag(EvalFlags.PARTIAL)) {
      EvalPartial partial = EvalPartial.of(invocation, parser);
      CompiledQuery query = text.compilePartial(policy);
      metrics.lap("rego_query_compile");
      return partial.run(policy, query, documents, settings, watch, metrics);
    }
    return evaluate(policy, text.compile(policy, true), documents, settings, watch);
  }

  private CompiledPolicy compile(Loaded loaded)
      throws UsageException, LoadException, RegoException {
    try {
      return Compiler.compile(
          List.copyOf(loaded.modules().values()), compiler(invocation, loaded, schemas));
    } catch (RegoException e) {
      // Without modules only schemas can be wrong. The original then says no more than this.
      if (loaded.modules().isEmpty() && invocation.dialect().cobra()) {
        throw new RegoException(RegoError.of(ErrorCode.EVAL_INTERNAL, "compiler has errors"));
      }
      throw e;
    }
  }

  private Evaluated evaluate(
      CompiledPolicy policy,
      CompiledQuery query,
      Documents documents,
      Settings settings,
      EvalWatch watch)
      throws UsageException, RegoException {
    Map<String, Builtin> functions = Builtins.all();
    Optional<Tracer> tracer = watch.tracer();
    Answer answer;
    if (tracer.isEmpty()) {
      Prepared prepared = Program.compile(policy, functions).prepare(query);
      metrics.lap("rego_query_compile");
      answer = prepared.evaluate(documents, settings);
    } else {
      var search = new Search(policy, functions);
      metrics.lap("rego_query_compile");
      answer = search.evaluate(query, documents, settings, tracer);
    }
    metrics.lap("rego_query_eval");
    Optional<Value> coverage =
        watch.coverage().isPresent()
            ? Optional.of(coverage(policy, query, documents, settings, watch.coverage().get()))
            : Optional.empty();
    Optional<List<Profile.Entry>> profile =
        watch.profile().isPresent()
            ? Optional.of(EvalWatch.top(watch.profile().get(), values))
            : Optional.empty();
    return new Evaluated(
        policy, query, answer, watch.events(), profile, coverage, Optional.empty());
  }

  private Value coverage(
      CompiledPolicy policy,
      CompiledQuery query,
      Documents documents,
      Settings settings,
      Coverage main)
      throws UsageException, RegoException {
    var search = new Search(policy, Builtins.all());
    SortedMap<String, Coverage> others = new TreeMap<>();
    for (CoverageRuns.Kind kind : CoverageRuns.kinds(values)) {
      var coverage = new Coverage();
      var quiet =
          new Settings(
              settings.world(),
              settings.budget(),
              settings.strictErrors(),
              kind.indexing() && settings.indexing(),
              kind.earlyExit() && settings.earlyExit(),
              _ -> {},
              settings.capabilities());
      Answer _ = search.evaluate(query, documents, quiet, Optional.of(coverage));
      others.put(kind.name(), coverage);
    }
    return CoverageReport.of(policy.modules(), main, others);
  }

  /// The files and bundles that a command line names.
  static Loaded load(Invocation invocation, ParserSettings parser)
      throws UsageException, LoadException {
    Loaded files =
        PolicyFiles.files(invocation, invocation.values().repeated(RegoFlags.DATA), parser);
    List<String> bundles = invocation.values().repeated(RegoFlags.BUNDLE);
    if (bundles.isEmpty()) {
      return files;
    }
    try {
      return PolicyFiles.joined(files, PolicyFiles.bundles(invocation, bundles, parser));
    } catch (LoadException e) {
      String message = String.valueOf(e.getMessage());
      throw message.startsWith("bundle activation")
          ? e
          : new LoadException("loading error: " + message);
    }
  }

  static CompilerSettings compiler(Invocation invocation, Loaded loaded, Optional<Schemas> schemas)
      throws UsageException, LoadException {
    ObjectValue data = loaded.data();
    return new CompilerSettings(
        Language.capabilities(invocation),
        invocation.values().flag(RegoFlags.STRICT),
        true,
        CompilerSettings.ERROR_LIMIT,
        false,
        Set.of(),
        path -> CheckCommand.stands(data, path),
        !invocation.dialect().cobra(),
        schemas,
        true);
  }

  private Settings settings(Capabilities capabilities) throws UsageException {
    return Evaluations.settings(
        invocation,
        capabilities,
        values.flag(EvalFlags.STRICT_BUILTIN_ERRORS),
        !values.flag(EvalFlags.DISABLE_INDEXING),
        !values.flag(EvalFlags.DISABLE_EARLY_EXIT));
  }
}
