package dev.landwaiter.cli.command.rego;

import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flag.Values;
import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.query.Settings;
import dev.landwaiter.rego.trace.Coverage;
import java.util.SortedMap;
import java.util.TreeMap;

/// Further runs that tell why the main one did not reach something: it would without the index, or
/// if evaluation did not stop early.
final class CoverageRuns {
  static final Flag FLAG =
      Flag.texts("coverage-runs", "further runs that tell why something was not evaluated")
          .standard("no-index,no-early-exit");

  private CoverageRuns() {}

  /// One run with other settings.
  @FunctionalInterface
  interface Run {
    void with(Settings settings, Coverage coverage) throws RegoException;
  }

  /// What the runs reached, by the kind each stands for.
  ///
  /// @throws UsageException for a run that is not known
  static SortedMap<String, Coverage> of(Values values, Settings settings, Run run)
      throws UsageException, RegoException {
    SortedMap<String, Coverage> reached = new TreeMap<>();
    for (String name : values.texts(FLAG)) {
      var coverage = new Coverage();
      switch (name) {
        case "no-index" -> {
          run.with(with(settings, false, settings.earlyExit()), coverage);
          reached.put("index_excluded", coverage);
        }
        case "no-early-exit" -> {
          run.with(with(settings, settings.indexing(), false), coverage);
          reached.put("early_exit", coverage);
        }
        default ->
            throw UsageException.withUsage(
                "unknown coverage run \"" + name + "\": there are no-index and no-early-exit");
      }
    }
    return reached;
  }

  /// Quiet, as the main run has printed everything.
  private static Settings with(Settings settings, boolean indexing, boolean earlyExit) {
    return new Settings(
        settings.world(),
        settings.budget(),
        settings.strictErrors(),
        indexing,
        earlyExit,
        _ -> {},
        settings.capabilities());
  }
}
