package dev.landwaiter.cli.command.rego;

import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flag.Values;
import dev.landwaiter.cli.flags.RegoFlags;
import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.Source;
import dev.landwaiter.rego.builtin.Builtin;
import dev.landwaiter.rego.builtin.all.Builtins;
import dev.landwaiter.rego.check.Schemas;
import dev.landwaiter.rego.compile.Compiler;
import dev.landwaiter.rego.compile.CompilerSettings;
import dev.landwaiter.rego.eval.Prepared;
import dev.landwaiter.rego.eval.Program;
import dev.landwaiter.rego.load.LoadException;
import dev.landwaiter.rego.load.Loaded;
import dev.landwaiter.rego.parse.Parser;
import dev.landwaiter.rego.parse.ParserSettings;
import dev.landwaiter.rego.policy.CompiledPolicy;
import dev.landwaiter.rego.policy.CompiledQuery;
import dev.landwaiter.rego.present.ErrorJson;
import dev.landwaiter.rego.present.Metrics;
import dev.landwaiter.rego.present.ResultJson;
import dev.landwaiter.rego.present.ResultText;
import dev.landwaiter.rego.present.Shown;
import dev.landwaiter.rego.query.Answer;
import dev.landwaiter.rego.query.Documents;
import dev.landwaiter.rego.query.Settings;
import dev.landwaiter.rego.search.PartialAnswer;
import dev.landwaiter.rego.search.PartialSettings;
import dev.landwaiter.rego.search.Search;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.trace.Event;
import dev.landwaiter.rego.trace.Explain;
import dev.landwaiter.rego.trace.Recorder;
import dev.landwaiter.rego.trace.TraceText;
import dev.landwaiter.rego.type.Capabilities;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One run of `eval`: load, compile, evaluate, show.
final class EvalRun {
  private final Invocation invocation;
  private final Values values;
  private final Output output;
  private final Optional<Value> input;
  private final Optional<Schemas> schemas;
  private final Metrics metrics;

  EvalRun(Invocation invocation, Optional<Value> input, Optional<Schemas> schemas)
      throws UsageException {
    this.schemas = schemas;
    this.metrics = new Metrics(CliWorld.of(invocation)::ticks);
    this.invocation = invocation;
    this.values = invocation.values();
    this.output = new Output(invocation);
    this.input = input;
  }

  /// Whether the exit code is 0.
  boolean run() throws UsageException, LoadException, RegoException, IOException {
    Capabilities capabilities = Language.capabilities(invocation);
    ParserSettings parser =
        ParserSettings.of(Language.version(invocation))
            .capabilities(capabilities)
            .annotations(true);
    Optional<Evaluated> last = Optional.empty();
    for (int i = Math.max(1, values.number(RegoFlags.COUNT)); i > 0; i--) {
      last = Optional.of(once(capabilities, parser));
    }
    Evaluated evaluated = last.orElseThrow();
    if (evaluated.partial().isPresent()) {
      PartialAnswer left = evaluated.partial().get();
      showPartial(evaluated, left);
      return !(values.flag(EvalFlags.FAIL) && left.queries().isEmpty())
          && !(values.flag(EvalFlags.FAIL_DEFINED) && !left.queries().isEmpty());
    }
    show(evaluated);
    boolean defined = !evaluated.answer().results().isEmpty();
    return !(values.flag(EvalFlags.FAIL) && !defined)
        && !(values.flag(EvalFlags.FAIL_DEFINED) && defined);
  }

  /// What one evaluation came to.
  private record Evaluated(
      CompiledPolicy policy,
      CompiledQuery query,
      Answer answer,
      List<Event> events,
      Optional<PartialAnswer> partial) {}

  private Evaluated once(Capabilities capabilities, ParserSettings parser)
      throws UsageException, LoadException, RegoException, IOException {
    boolean files = values.isSet(RegoFlags.DATA) || values.isSet(RegoFlags.BUNDLE);
    metrics.begin();
    Loaded loaded = load(parser);
    if (files) {
      metrics.lap("rego_load_files");
      for (String part : List.of("rego_data_parse", "rego_module_parse", "rego_external_resolve")) {
        metrics.add(part, 0);
      }
    }
    CompiledPolicy policy = compile(loaded, capabilities);
    if (files) {
      metrics.lap("rego_module_compile");
    }
    QueryText text = QueryText.read(invocation, parser);
    metrics.lap("rego_query_parse");
    if (values.flag(EvalFlags.PARTIAL)) {
      return partial(policy, text, new Documents(loaded.data(), input), parser);
    }
    CompiledQuery query = text.compile(policy, true);
    var documents = new Documents(loaded.data(), input);
    Settings settings = settings(capabilities);
    Map<String, Builtin> functions = Builtins.all();
    Optional<Prepared> prepared =
        explain().equals(Explain.OFF)
            ? Optional.of(Program.compile(policy, functions).prepare(query))
            : Optional.empty();
    metrics.lap("rego_query_compile");
    var recorder = new Recorder(false);
    Answer answer =
        prepared.isPresent()
            ? prepared.get().evaluate(documents, settings)
            : new Search(policy, functions)
                .evaluate(query, documents, settings, Optional.of(recorder));
    metrics.lap("rego_query_eval");
    return new Evaluated(policy, query, answer, explain().of(recorder.events()), Optional.empty());
  }

  private Evaluated partial(
      CompiledPolicy policy, QueryText text, Documents documents, ParserSettings parser)
      throws UsageException, RegoException {
    CompiledQuery query = text.compilePartial(policy);
    metrics.lap("rego_query_compile");
    var recorder = new Recorder(false);
    PartialAnswer left =
        new Search(policy, Builtins.all())
            .partial(
                query,
                documents,
                settings(policy.capabilities()),
                new PartialSettings(
                    refs(values.texts(RegoFlags.UNKNOWNS), parser),
                    refs(values.repeated(EvalFlags.DISABLE_INLINING), parser),
                    values.flag(EvalFlags.SHALLOW_INLINING),
                    values.flag(EvalFlags.NONDETERMINISTIC)),
                Optional.of(recorder));
    metrics.lap("rego_partial_eval");
    return new Evaluated(
        policy,
        query,
        new Answer(List.of(), List.of()),
        explain().of(recorder.events()),
        Optional.of(left));
  }

  private static List<Ref> refs(List<String> texts, ParserSettings parser)
      throws UsageException, RegoException {
    List<Ref> refs = new ArrayList<>();
    for (String text : texts) {
      Term term = Parser.parseTerm(new Source("", text), parser);
      if (!(term instanceof Ref ref)) {
        throw UsageException.withUsage(
            "illegal argument with --unknowns, specify string with one or more --unknowns");
      }
      refs.add(ref);
    }
    return refs;
  }

  private void showPartial(Evaluated evaluated, PartialAnswer left)
      throws UsageException, RegoException, IOException {
    switch (values.text(EvalFlags.FORMAT)) {
      case "source" -> output.out(PartialOutput.source(left));
      case "pretty" -> {
        output.out(trace(evaluated));
        output.out(PartialOutput.table(left));
      }
      default -> {
        var draft = new ObjectValue.Draft();
        draft.put(Value.of("partial"), PartialOutput.json(left));
        output.json(draft.finish());
      }
    }
  }

  private static String trace(Evaluated evaluated) {
    Map<String, String> names = new HashMap<>(evaluated.policy().names());
    names.putAll(evaluated.query().names());
    return TraceText.of(evaluated.events(), names);
  }

  private Explain explain() throws UsageException {
    return Explain.valueOf(values.text(RegoFlags.EXPLAIN).toUpperCase(Locale.ROOT));
  }

  private Loaded load(ParserSettings parser) throws UsageException, LoadException {
    Loaded files = PolicyFiles.files(invocation, values.repeated(RegoFlags.DATA), parser);
    List<String> bundles = values.repeated(RegoFlags.BUNDLE);
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

  private CompiledPolicy compile(Loaded loaded, Capabilities capabilities)
      throws UsageException, RegoException {
    ObjectValue data = loaded.data();
    return Compiler.compile(
        List.copyOf(loaded.modules().values()),
        new CompilerSettings(
            capabilities,
            values.flag(RegoFlags.STRICT),
            true,
            CompilerSettings.ERROR_LIMIT,
            false,
            Set.of(),
            path -> CheckCommand.stands(data, path),
            !invocation.dialect().cobra(),
            schemas,
            true));
  }

  private Settings settings(Capabilities capabilities) throws UsageException {
    return Evaluations.settings(
        invocation,
        capabilities,
        values.flag(EvalFlags.STRICT_BUILTIN_ERRORS),
        !values.flag(EvalFlags.DISABLE_INDEXING),
        !values.flag(EvalFlags.DISABLE_EARLY_EXIT));
  }

  private void show(Evaluated evaluated) throws UsageException, IOException {
    Answer answer = evaluated.answer();
    Shown shown = Shown.of(evaluated.query(), answer.results());
    boolean errors =
        values.flag(EvalFlags.SHOW_BUILTIN_ERRORS) && !answer.builtinErrors().isEmpty();
    switch (values.text(EvalFlags.FORMAT)) {
      case "values" -> output.out(ResultText.values(shown));
      case "bindings" -> output.out(ResultText.bindings(shown));
      case "raw" -> output.out(ResultText.raw(shown));
      case "pretty" -> {
        output.out(trace(evaluated));
        if (errors) {
          output.errors(answer.builtinErrors());
        } else {
          output.out(ResultText.pretty(shown));
        }
        if (showsMetrics()) {
          output.out(metrics.table().toString());
        }
      }
      default -> output.json(json(shown, evaluated, errors));
    }
  }

  private boolean showsMetrics() throws UsageException {
    return values.flag(RegoFlags.METRICS)
        || values.flag(EvalFlags.INSTRUMENT)
        || values.flag(EvalFlags.PROFILE);
  }

  private ObjectValue json(Shown shown, Evaluated evaluated, boolean errors) throws UsageException {
    var draft = new ObjectValue.Draft();
    if (errors) {
      draft.put(Value.of("errors"), ErrorJson.list(evaluated.answer().builtinErrors()));
    }
    if (!shown.results().isEmpty()) {
      draft.put(
          Value.of("result"),
          values.text(EvalFlags.FORMAT).equals("discard")
              ? Value.of("discarded")
              : ResultJson.of(shown));
    }
    if (showsMetrics()) {
      boolean several = values.number(RegoFlags.COUNT) > 1;
      draft.put(
          Value.of(several ? "aggregated_metrics" : "metrics"),
          several ? metrics.aggregated() : metrics.json());
    }
    return draft.finish();
  }
}
