package dev.landwaiter.policy.gatekeeper.suite;

import dev.landwaiter.policy.gatekeeper.Driver;
import dev.landwaiter.policy.gatekeeper.cel.run.CelDriver;
import dev.landwaiter.policy.gatekeeper.cel.run.FailurePolicy;
import dev.landwaiter.policy.gatekeeper.rego.RegoDriver;
import dev.landwaiter.policy.gatekeeper.rego.RegoDriverSettings;
import dev.landwaiter.policy.gatekeeper.run.Client;
import dev.landwaiter.rego.Budget;
import dev.landwaiter.rego.ClosedWorld;
import dev.landwaiter.rego.builtin.all.Builtins;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/// Finds and runs suites for tests.
final class Suites {
  private Suites() {}

  /// A client that runs Rego, and CEL before it where that is wanted.
  static Client client(boolean cel) {
    List<Driver> drivers = new ArrayList<>();
    if (cel) {
      drivers.add(new CelDriver(FailurePolicy.FAIL, (template, mistake) -> {}));
    }
    drivers.add(
        new RegoDriver(
            new RegoDriverSettings(
                new ClosedWorld(() -> Instant.EPOCH, () -> 0, new Random(1)),
                () -> Budget.NONE,
                Builtins.all(),
                Set.of(),
                true,
                true)));
    return new Client(drivers);
  }

  /// The text of all suites of an argument.
  static String text(Path folder, String argument, String filter, boolean cel)
      throws SuiteException {
    SuiteFiles.Found found = new SuiteFiles(folder, true).find(argument);
    var runner =
        new SuiteRunner(
            new SuiteRunner.Settings(() -> client(cel), RunFilter.of(filter), false, () -> 0));
    var text = new StringBuilder();
    found.problems().forEach(problem -> text.append(problem).append('\n'));
    boolean failed = false;
    for (Suite suite : found.suites()) {
      SuiteResult result = runner.run(suite);
      failed |= result.failed();
      text.append(SuiteText.of(result, true));
    }
    return text + SuiteText.end(failed);
  }
}
