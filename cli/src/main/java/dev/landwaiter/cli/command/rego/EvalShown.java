package dev.landwaiter.cli.command.rego;

import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flag.Values;
import dev.landwaiter.cli.flags.RegoFlags;
import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.present.BoxTable;
import dev.landwaiter.rego.present.ErrorJson;
import dev.landwaiter.rego.present.Metrics;
import dev.landwaiter.rego.present.ProfileShown;
import dev.landwaiter.rego.present.ResultJson;
import dev.landwaiter.rego.present.ResultText;
import dev.landwaiter.rego.present.Shown;
import dev.landwaiter.rego.search.PartialAnswer;
import dev.landwaiter.rego.trace.EventJson;
import dev.landwaiter.rego.trace.Profile;
import dev.landwaiter.rego.trace.TraceText;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/// Shows what `eval` found.
final class EvalShown {
  private final Values values;
  private final Output output;
  private final Metrics metrics;
  private final List<List<Profile.Entry>> profiles;

  /// @param profiles of all runs, in their order
  EvalShown(Invocation invocation, Metrics metrics, List<List<Profile.Entry>> profiles) {
    this.values = invocation.values();
    this.output = new Output(invocation);
    this.metrics = metrics;
    this.profiles = profiles;
  }

  void show(Evaluated evaluated) throws UsageException, RegoException, IOException {
    switch (values.text(EvalFlags.FORMAT)) {
      case "values" -> output.out(ResultText.values(shown(evaluated)));
      case "bindings" -> output.out(ResultText.bindings(shown(evaluated)));
      case "raw" -> output.out(ResultText.raw(shown(evaluated)));
      case "source" -> output.out(PartialOutput.source(evaluated.partial().orElseThrow()));
      case "pretty" -> pretty(evaluated);
      default -> output.json(json(evaluated));
    }
  }

  private static Shown shown(Evaluated evaluated) {
    return Shown.of(evaluated.query(), evaluated.answer().results());
  }

  private boolean showsErrors(Evaluated evaluated) throws UsageException {
    return values.flag(EvalFlags.SHOW_BUILTIN_ERRORS)
        && !evaluated.answer().builtinErrors().isEmpty();
  }

  private boolean showsMetrics() throws UsageException {
    return values.flag(RegoFlags.METRICS)
        || values.flag(EvalFlags.INSTRUMENT)
        || values.flag(EvalFlags.PROFILE);
  }

  private boolean isRepeated() throws UsageException {
    return values.number(RegoFlags.COUNT) > 1;
  }

  private void pretty(Evaluated evaluated) throws UsageException, RegoException, IOException {
    output.out(
        values.flag(EvalFlags.VAR_VALUES)
            ? TraceText.withOperands(evaluated.events(), evaluated.names())
            : TraceText.of(evaluated.events(), evaluated.names()));
    if (evaluated.partial().isPresent()) {
      output.out(PartialOutput.table(evaluated.partial().get()));
    } else if (showsErrors(evaluated)) {
      output.errors(evaluated.answer().builtinErrors());
    } else {
      output.out(ResultText.pretty(shown(evaluated)));
    }
    if (showsMetrics()) {
      output.out((isRepeated() ? metrics.aggregatedTable() : metrics.table()).toString());
    }
    if (!profiles.isEmpty()) {
      output.out(
          (isRepeated()
                  ? ProfileShown.aggregatedTable(profiles)
                  : ProfileShown.table(profiles.getFirst()))
              .toString());
    }
    if (evaluated.coverage().isPresent()) {
      output.out(
          BoxTable.ofBlocks(
              List.of(List.of("Overall Coverage", percent(evaluated.coverage().get())))));
    }
  }

  private static String percent(Value coverage) {
    Value share = coverage.get("coverage").orElse(Value.of(0));
    return share instanceof NumberValue
        ? new BigDecimal(share.toString()).setScale(2, RoundingMode.HALF_EVEN).toPlainString()
        : "0.00";
  }

  private ObjectValue json(Evaluated evaluated) throws UsageException {
    var draft = new ObjectValue.Draft();
    if (showsErrors(evaluated)) {
      draft.put(Value.of("errors"), ErrorJson.list(evaluated.answer().builtinErrors()));
    }
    if (!evaluated.answer().results().isEmpty()) {
      draft.put(
          Value.of("result"),
          values.text(EvalFlags.FORMAT).equals("discard")
              ? Value.of("discarded")
              : ResultJson.of(shown(evaluated)));
    }
    if (evaluated.partial().isPresent()) {
      PartialAnswer left = evaluated.partial().get();
      draft.put(Value.of("partial"), PartialOutput.json(left));
    }
    if (showsMetrics()) {
      draft.put(
          Value.of(isRepeated() ? "aggregated_metrics" : "metrics"),
          isRepeated() ? metrics.aggregated() : metrics.json());
    }
    if (!evaluated.events().isEmpty()) {
      draft.put(Value.of("explanation"), new EventJson(evaluated.names()).of(evaluated.events()));
    }
    if (!profiles.isEmpty()) {
      draft.put(
          Value.of(isRepeated() ? "aggregated_profile" : "profile"),
          isRepeated()
              ? ProfileShown.aggregatedJson(profiles)
              : ProfileShown.json(profiles.getFirst()));
    }
    evaluated.coverage().ifPresent(report -> draft.put(Value.of("coverage"), report));
    return draft.finish();
  }
}
