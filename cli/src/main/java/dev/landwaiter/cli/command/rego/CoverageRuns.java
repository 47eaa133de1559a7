package dev.landwaiter.cli.command.rego;

import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flag.Values;
import java.util.ArrayList;
import java.util.List;

/// Further runs that tell why the main one did not reach something: it would without the index, or
/// if evaluation did not stop early.
final class CoverageRuns {
  static final Flag FLAG =
      Flag.texts("coverage-runs", "further runs that tell why something was not evaluated")
          .standard("no-index,no-early-exit");

  private CoverageRuns() {}

  /// One further run.
  ///
  /// @param name what reports call that which only this run reaches
  record Kind(String name, boolean indexing, boolean earlyExit) {}

  /// The runs that are asked for.
  ///
  /// @throws UsageException for a run that is not known
  static List<Kind> kinds(Values values) throws UsageException {
    List<Kind> kinds = new ArrayList<>();
    for (String name : values.texts(FLAG)) {
      kinds.add(
          switch (name) {
            case "no-index" -> new Kind("index_excluded", false, true);
            case "no-early-exit" -> new Kind("early_exit", true, false);
            default ->
                throw UsageException.withUsage(
                    "unknown coverage run \"" + name + "\": there are no-index and no-early-exit");
          });
    }
    return kinds;
  }
}
