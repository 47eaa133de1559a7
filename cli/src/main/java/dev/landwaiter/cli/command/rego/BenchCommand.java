package dev.landwaiter.cli.command.rego;

import dev.landwaiter.base.value.Value;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flag.Values;
import dev.landwaiter.cli.flags.RegoFlags;
import dev.landwaiter.rego.RegoError;
import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.load.LoadException;
import dev.landwaiter.rego.present.ErrorJson;
import dev.landwaiter.rego.present.Metrics;
import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Measures how long a query takes.
public final class BenchCommand extends RegoCommand {
  private static final int FAILED = 1;

  /// @param prefix of its name, such as `rego `
  public BenchCommand(String prefix) {
    super(prefix, "bench", "Measure how long a query takes", "[flags] QUERY");
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("measure a rule", name() + " -d policies -i input.json data.app.allow"));
  }

  @Override
  public List<FlagGroup> flags() {
    return BenchFlags.GROUPS;
  }

  @Override
  public int run(Invocation invocation) throws UsageException, IOException {
    Values values = invocation.values();
    EvalFlags.checkQuery(invocation);
    var output = new Output(invocation);
    try {
      if (values.flag(BenchFlags.E2E)) {
        throw new LoadException("--e2e is not offered: queries are measured in this process alone");
      }
      BenchQuery query = BenchQuery.prepare(invocation);
      for (int i = Math.max(1, values.number(RegoFlags.COUNT)); i > 0; i--) {
        show(invocation, output, query);
      }
      return 0;
    } catch (LoadException e) {
      return tell(output, values, e.errors());
    } catch (RegoException e) {
      return tell(output, values, e.errors());
    }
  }

  private static void show(Invocation invocation, Output output, BenchQuery query)
      throws UsageException, RegoException, IOException {
    Values values = invocation.values();
    Benchmark.Measured measured = Benchmark.of(query.work(), CliWorld.of(invocation)::ticks);
    SortedMap<String, Value> extra = new TreeMap<>();
    if (values.flag(BenchFlags.METRICS)) {
      Metrics.statistics(measured.times())
          .members()
          .forEach((name, value) ->
              extra.put("histogram_timer_" + query.timer() + "_ns_" + name.asText(), value));
    }
    var text = new BenchText(measured, extra, values.flag(BenchFlags.BENCHMEM));
    switch (values.text(BenchFlags.FORMAT)) {
      case "json" -> output.json(text.json());
      case "gobench" -> output.out("BenchmarkOPAEval\t" + text.line() + "\n");
      default -> output.out(text.table());
    }
  }

  private static int tell(Output output, Values values, List<RegoError> errors)
      throws UsageException, IOException {
    if (values.text(BenchFlags.FORMAT).equals("json")) {
      output.json(ErrorJson.of(errors));
    } else {
      output.errors(errors);
    }
    return FAILED;
  }
}
