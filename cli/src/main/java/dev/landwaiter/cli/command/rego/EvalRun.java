package dev.landwaiter.cli.command.rego;

import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flag.Values;
import dev.landwaiter.cli.flags.RegoFlags;
import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.builtin.Builtin;
import dev.landwaiter.rego.builtin.all.Builtins;
import dev.landwaiter.rego.check.Schemas;
import dev.landwaiter.rego.compile.Compiler;
import dev.landwaiter.rego.compile.CompilerSettings;
import dev.landwaiter.rego.eval.Program;
import dev.landwaiter.rego.load.LoadException;
import dev.landwaiter.rego.load.Loaded;
import dev.landwaiter.rego.parse.ParserSettings;
import dev.landwaiter.rego.policy.CompiledPolicy;
import dev.landwaiter.rego.policy.CompiledQuery;
import dev.landwaiter.rego.present.ErrorJson;
import dev.landwaiter.rego.present.ResultJson;
import dev.landwaiter.rego.present.ResultText;
import dev.landwaiter.rego.present.Shown;
import dev.landwaiter.rego.query.Answer;
import dev.landwaiter.rego.query.Documents;
import dev.landwaiter.rego.query.Settings;
import dev.landwaiter.rego.type.Capabilities;
import java.io.IOException;
import java.util.List;
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

  EvalRun(Invocation invocation, Optional<Value> input, Optional<Schemas> schemas) {
    this.schemas = schemas;
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
    Loaded loaded = load(parser);
    CompiledPolicy policy = compile(loaded, capabilities);
    QueryText text = QueryText.read(invocation, parser);
    CompiledQuery query = text.compile(policy, true);
    Map<String, Builtin> functions = Builtins.all();
    Answer answer =
        Program.compile(policy, functions)
            .prepare(query)
            .evaluate(new Documents(loaded.data(), input), settings(capabilities));
    show(Shown.of(query, answer.results()), answer);
    boolean defined = !answer.results().isEmpty();
    return !(values.flag(EvalFlags.FAIL) && !defined)
        && !(values.flag(EvalFlags.FAIL_DEFINED) && defined);
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

  private void show(Shown shown, Answer answer) throws UsageException, IOException {
    boolean errors =
        values.flag(EvalFlags.SHOW_BUILTIN_ERRORS) && !answer.builtinErrors().isEmpty();
    switch (values.text(EvalFlags.FORMAT)) {
      case "values" -> output.out(ResultText.values(shown));
      case "bindings" -> output.out(ResultText.bindings(shown));
      case "raw" -> output.out(ResultText.raw(shown));
      case "pretty" -> {
        if (errors) {
          output.errors(answer.builtinErrors());
        } else {
          output.out(ResultText.pretty(shown));
        }
      }
      default -> output.json(json(shown, answer, errors));
    }
  }

  private ObjectValue json(Shown shown, Answer answer, boolean errors) throws UsageException {
    var draft = new ObjectValue.Draft();
    if (errors) {
      draft.put(Value.of("errors"), ErrorJson.list(answer.builtinErrors()));
    }
    if (!shown.results().isEmpty()) {
      draft.put(
          Value.of("result"),
          values.text(EvalFlags.FORMAT).equals("discard")
              ? Value.of("discarded")
              : ResultJson.of(shown));
    }
    return draft.finish();
  }
}
