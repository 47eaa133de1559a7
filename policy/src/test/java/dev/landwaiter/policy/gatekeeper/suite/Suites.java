package dev.landwaiter.policy.gatekeeper.suite;

import dev.landwaiter.policy.gatekeeper.rego.RegoDriver;
import dev.landwaiter.policy.gatekeeper.rego.RegoDriverSettings;
import dev.landwaiter.policy.gatekeeper.run.Client;
import dev.landwaiter.rego.Budget;
import dev.landwaiter.rego.ClosedWorld;
import dev.landwaiter.rego.builtin.all.Builtins;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;

/// Finds and runs suites for tests, with Rego alone.
final class Suites {
  private Suites() {}

  static Client client() {
    return new Client(
        List.of(
            new RegoDriver(
                new RegoDriverSettings(
                    new ClosedWorld(() -> java.time.Instant.EPOCH, () -> 0, new Random(1)),
                    () -> Budget.NONE,
                    Builtins.all(),
                    Set.of(),
                    true,
                    true))));
  }

  /// The text of all suites of an argument.
  static String text(Path folder, String argument, String filter, boolean verbose)
      throws SuiteException {
    SuiteFiles.Found found = new SuiteFiles(folder).find(argument);
    var runner =
        new SuiteRunner(
            new SuiteRunner.Settings(Suites::client, RunFilter.of(filter), false, () -> 0));
    var text = new StringBuilder();
    found.problems().forEach(problem -> text.append(problem).append('\n'));
    boolean failed = false;
    for (Suite suite : found.suites()) {
      SuiteResult result = runner.run(suite);
      failed |= result.failed();
      text.append(SuiteText.of(result, verbose));
    }
    return text + SuiteText.end(failed);
  }
}
