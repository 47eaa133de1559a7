package dev.landwaiter.policy.gatekeeper.suite;

import dev.landwaiter.policy.gatekeeper.RefusedException;
import dev.landwaiter.policy.gatekeeper.run.Client;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// Runs suites. Problems of a test or a case are part of its result.
public final class SuiteRunner {
  private static final String SCHEMA = "schema validation failed";

  private final Settings settings;

  public SuiteRunner(Settings settings) {
    this.settings = settings;
  }

  /// How suites are run.
  ///
  /// @param clients makes an empty client, as often as one is needed
  /// @param trace whether evaluations are traced
  /// @param ticks nanoseconds of a clock that never goes back
  public record Settings(
      Supplier<Client> clients, RunFilter filter, boolean trace, LongSupplier ticks) {}

  public SuiteResult run(Suite suite) {
    long start = now();
    List<SuiteResult.TestResult> tests = new ArrayList<>();
    if (!suite.skip()) {
      for (Suite.Test test : suite.tests()) {
        tests.add(test(suite, test));
      }
    }
    return new SuiteResult(suite.name(), suite.skip(), now() - start, tests);
  }

  private long now() {
    return settings.ticks().getAsLong();
  }

  private SuiteResult.TestResult test(Suite suite, Suite.Test test) {
    if (test.skip() || !settings.filter().takes(test)) {
      return new SuiteResult.TestResult(test.name(), true, 0, Optional.empty(), "", List.of());
    }
    long start = now();
    List<SuiteResult.CaseResult> cases = new ArrayList<>();
    Optional<String> error = Optional.empty();
    String hint = "";
    try {
      var run = new CaseRun(suite, settings);
      if (test.invalid()) {
        error = unlessInvalid(run, test);
      } else {
        run.prepare(test);
        for (Suite.Case one : test.cases()) {
          boolean taken = !one.skip() && settings.filter().takes(test, one);
          cases.add(taken ? run.run(one) : skipped(one));
        }
      }
    } catch (SuiteException e) {
      error = Optional.of(e.text());
    } catch (RefusedException e) {
      error = Optional.of(e.text());
      hint = e.hint();
    }
    return new SuiteResult.TestResult(test.name(), false, now() - start, error, hint, cases);
  }

  private static SuiteResult.CaseResult skipped(Suite.Case one) {
    return new SuiteResult.CaseResult(one.name(), true, 0, Optional.empty(), List.of(), List.of());
  }

  /// What is wrong with a test whose constraint is to be refused; empty when it is, for the right
  /// reason.
  private static Optional<String> unlessInvalid(CaseRun run, Suite.Test test)
      throws SuiteException {
    String got = "<nil>";
    try {
      run.prepare(test);
    } catch (RefusedException e) {
      if (e.text().startsWith(SCHEMA)) {
        return Optional.empty();
      }
      got = e.text();
    }
    return Optional.of(
        "constraint should have failed schema validation: got error %s but want %s"
            .formatted(got, SCHEMA));
  }
}
