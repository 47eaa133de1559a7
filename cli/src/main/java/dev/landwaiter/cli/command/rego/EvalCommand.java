package dev.landwaiter.cli.command.rego;

import dev.landwaiter.base.value.Value;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flag.Values;
import dev.landwaiter.rego.RegoError;
import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.check.Schemas;
import dev.landwaiter.rego.load.LoadException;
import dev.landwaiter.rego.present.ErrorJson;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Evaluates a query.
public final class EvalCommand extends RegoCommand {
  private static final int FAILED = 1;
  private static final int ERROR = 2;

  /// @param prefix of its name, such as `rego `
  public EvalCommand(String prefix) {
    super(prefix, "eval", "Evaluate a query", "[flags] QUERY");
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("ask a rule", name() + " -d policies -i input.json data.app.allow"),
        new Example("see why", name() + " -d policies --explain fails -f pretty data.app.allow"));
  }

  @Override
  public List<FlagGroup> flags() {
    return EvalFlags.GROUPS;
  }

  @Override
  public int run(Invocation invocation) throws UsageException, IOException {
    EvalFlags.check(invocation);
    var output = new Output(invocation);
    Values values = invocation.values();
    if (values.flag(EvalFlags.SHOW_BUILTIN_ERRORS)
        && values.flag(EvalFlags.STRICT_BUILTIN_ERRORS)) {
      output.err(
          "cannot use --show-builtin-errors with --strict-builtin-errors,"
              + " --strict-builtin-errors will return the first built-in error encountered"
              + " immediately");
      return ERROR;
    }
    Optional<Value> input;
    Optional<Schemas> schemas;
    try {
      schemas = SchemaFiles.read(invocation);
      input = EvalInput.read(invocation);
    } catch (LoadException e) {
      output.err(String.valueOf(e.getMessage()));
      return ERROR;
    }
    try {
      return new EvalRun(invocation, input, schemas).run() ? 0 : FAILED;
    } catch (LoadException e) {
      return tell(output, values, e.errors());
    } catch (RegoException e) {
      return tell(output, values, e.errors());
    }
  }

  private static int tell(Output output, Values values, List<RegoError> errors)
      throws UsageException, IOException {
    switch (values.text(EvalFlags.FORMAT)) {
      case "json", "discard" -> output.json(ErrorJson.of(errors));
      default -> output.errors(errors);
    }
    return ERROR;
  }
}
