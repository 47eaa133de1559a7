package dev.landwaiter.cli.command.rego;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flag.Values;
import dev.landwaiter.cli.flags.GlobalFlags;
import dev.landwaiter.cli.flags.RegoFlags;
import dev.landwaiter.cli.world.Uuid;
import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.Source;
import dev.landwaiter.rego.builtin.all.Builtins;
import dev.landwaiter.rego.compile.Compiler;
import dev.landwaiter.rego.compile.CompilerSettings;
import dev.landwaiter.rego.compile.QueryCompiler;
import dev.landwaiter.rego.compile.QuerySettings;
import dev.landwaiter.rego.eval.Prepared;
import dev.landwaiter.rego.eval.Program;
import dev.landwaiter.rego.load.DataFile;
import dev.landwaiter.rego.load.LoadException;
import dev.landwaiter.rego.load.Loaded;
import dev.landwaiter.rego.load.NamedFiles;
import dev.landwaiter.rego.parse.Parser;
import dev.landwaiter.rego.parse.ParserSettings;
import dev.landwaiter.rego.policy.CompiledPolicy;
import dev.landwaiter.rego.present.ErrorJson;
import dev.landwaiter.rego.present.JsonValue;
import dev.landwaiter.rego.query.Answer;
import dev.landwaiter.rego.query.Documents;
import dev.landwaiter.rego.query.Settings;
import dev.landwaiter.rego.syntax.ValueText;
import dev.landwaiter.rego.type.Capabilities;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Asks one decision of a policy for each of several inputs.
public final class ExecCommand extends RegoCommand {
  private static final Flag DECISION =
      Flag.text("decision", "rule that is asked, with slashes").standard("/system/main");
  private static final Flag FAIL =
      Flag.toggle("fail", "end with 1 when a decision is undefined or an error");
  private static final Flag FAIL_DEFINED =
      Flag.toggle("fail-defined", "end with 1 when a decision is defined");
  private static final Flag FAIL_NON_EMPTY =
      Flag.toggle("fail-non-empty", "end with 1 when a decision is not empty");
  private static final Flag FORMAT =
      Flag.text("format", "how decisions are shown")
          .shorthand("f")
          .standard("json")
          .allowed("json");

  /// @param prefix of its name, such as `rego `
  public ExecCommand(String prefix) {
    super(prefix, "exec", "Ask one decision for several inputs", "[flags] PATH...");
  }

  @Override
  public List<FlagGroup> flags() {
    return List.of(
        new FlagGroup(
            "Execution Flags",
            RegoFlags.BUNDLE,
            DECISION,
            FAIL,
            FAIL_DEFINED,
            FAIL_NON_EMPTY,
            FORMAT,
            RegoFlags.STDIN_INPUT,
            RegoFlags.TIMEOUT,
            RegoFlags.V0,
            RegoFlags.V1,
            GlobalFlags.HELP));
  }

  /// An input by its name.
  private record Named(String name, Optional<Value> document) {}

  @Override
  public int run(Invocation invocation) throws UsageException, IOException {
    var log = new GoLog(invocation);
    if (invocation.arguments().isEmpty() && !invocation.values().flag(RegoFlags.STDIN_INPUT)) {
      log.text("requires at least 1 path arg, or the --stdin-input flag");
      return 1;
    }
    if (invocation.values().flag(FAIL) && invocation.values().flag(FAIL_DEFINED)) {
      log.json("exec error: specify --fail or --fail-defined but not both");
      return 1;
    }
    try {
      return decide(invocation, log);
    } catch (LoadException e) {
      log.json("exec error: " + e.getMessage());
      return 1;
    } catch (RegoException e) {
      log.json("exec error: " + e.getMessage());
      return 1;
    }
  }

  private static int decide(Invocation invocation, GoLog log)
      throws UsageException, LoadException, RegoException, IOException {
    Values values = invocation.values();
    List<Named> inputs = inputs(invocation);
    Capabilities capabilities = Language.capabilities(invocation);
    ParserSettings parser =
        ParserSettings.of(Language.version(invocation)).capabilities(capabilities);
    Loaded loaded = PolicyFiles.bundles(invocation, values.repeated(RegoFlags.BUNDLE), parser);
    CompiledPolicy policy =
        Compiler.compile(List.copyOf(loaded.modules().values()), CompilerSettings.of(capabilities));
    String decision = values.text(DECISION);
    Prepared prepared = prepare(policy, parser, decision);
    List<Value> results = new ArrayList<>();
    int errors = 0;
    int defined = 0;
    int filled = 0;
    for (Named input : inputs) {
      var draft = new ObjectValue.Draft();
      Optional<Value> result = Optional.empty();
      Optional<Value> error = Optional.empty();
      if (input.document().isEmpty()) {
        error = Optional.of(ObjectValue.EMPTY);
      } else {
        try {
          Settings settings = Evaluations.settings(invocation, capabilities, false, true, true);
          Answer answer =
              prepared.evaluate(new Documents(loaded.data(), input.document()), settings);
          result = answer.results().stream().findFirst().map(first -> first.values().getFirst());
          error = result.isPresent() ? Optional.empty() : Optional.of(undefined(decision));
        } catch (RegoException e) {
          error = Optional.of(ErrorJson.of(e.errors().getFirst()));
        }
      }
      if (result.isPresent()) {
        draft.put(
            Value.of("decision_id"),
            Value.of(Uuid.v7(invocation.world().clock().instant(), invocation.world().random())));
        defined++;
        filled += isEmpty(result.get()) ? 0 : 1;
      }
      draft.put(Value.of("path"), Value.of(input.name()));
      result.ifPresent(value -> draft.put(Value.of("result"), JsonValue.of(value)));
      if (error.isPresent()) {
        draft.put(Value.of("error"), error.get());
        errors++;
      }
      results.add(draft.finish());
    }
    var all = new ObjectValue.Draft();
    all.put(Value.of("result"), new ArrayValue(results));
    new Output(invocation).json(all.finish());
    if (values.flag(FAIL) && errors > 0) {
      return log.failed(0, errors, "--fail");
    }
    if (values.flag(FAIL_DEFINED) && defined > 0) {
      return log.failed(defined, 0, "--fail-defined");
    }
    return values.flag(FAIL_NON_EMPTY) && filled > 0
        ? log.failed(filled, 0, "--fail-non-empty")
        : 0;
  }

  private static boolean isEmpty(Value value) {
    return value.elements().isEmpty() && value.members().isEmpty() && value.rank() >= 4;
  }

  private static Value undefined(String decision) {
    var draft = new ObjectValue.Draft();
    draft.put(Value.of("code"), Value.of("opa_undefined_error"));
    draft.put(Value.of("message"), Value.of(decision + " decision was undefined"));
    return draft.finish();
  }

  private static Prepared prepare(CompiledPolicy policy, ParserSettings parser, String decision)
      throws RegoException {
    String path =
        List.of(decision.split("/")).stream()
            .filter(part -> !part.isEmpty())
            .map(part -> "[" + ValueText.quoted(part) + "]")
            .collect(Collectors.joining());
    return Program.compile(policy, Builtins.all())
        .prepare(
            QueryCompiler.compile(
                policy,
                Parser.parseQuery(new Source("", "data" + path), parser),
                new QuerySettings(Optional.empty(), List.of(), false, true, Set.of(), true)));
  }

  private static List<Named> inputs(Invocation invocation)
      throws UsageException, LoadException, IOException {
    List<Named> inputs = new ArrayList<>();
    if (invocation.values().flag(RegoFlags.STDIN_INPUT)) {
      inputs.add(new Named("--stdin-input", document("", EvalInput.stdin(invocation))));
      return inputs;
    }
    var files = new NamedFiles(invocation.world().folder(), List.of());
    for (String path : invocation.arguments()) {
      List<String> below;
      try {
        below = files.below(path);
      } catch (LoadException e) {
        throw new LoadException(String.valueOf(e.getMessage()).replaceFirst("^stat", "lstat"));
      }
      for (String name : below) {
        if (name.endsWith(".json") || name.endsWith(".yaml") || name.endsWith(".yml")) {
          inputs.add(new Named(name, document(name, files.bytes(name))));
        }
      }
    }
    return inputs;
  }

  private static Optional<Value> document(String name, byte[] content) {
    try {
      return Optional.of(
          name.endsWith(".json") ? DataFile.json(name, content) : DataFile.yaml(content));
    } catch (LoadException e) {
      return Optional.empty();
    }
  }
}
