package dev.landwaiter.policy.gatekeeper.suite;

import java.util.List;
import java.util.Optional;

/// What came of one suite.
///
/// @param name the file as it is reported
/// @param nanos it took
public record SuiteResult(String name, boolean skipped, long nanos, List<TestResult> tests) {
  public SuiteResult {
    tests = List.copyOf(tests);
  }

  public boolean failed() {
    return tests.stream().anyMatch(TestResult::failed);
  }

  /// How many cases were run.
  public long ran() {
    return tests.stream()
        .flatMap(test -> test.cases().stream())
        .filter(one -> !one.skipped)
        .count();
  }

  /// What came of one test.
  ///
  /// @param error why its cases could not be run
  /// @param hint what is behind the error and what the user can do, or empty
  public record TestResult(
      String name,
      boolean skipped,
      long nanos,
      Optional<String> error,
      String hint,
      List<CaseResult> cases) {
    public TestResult {
      cases = List.copyOf(cases);
    }

    public boolean failed() {
      return error.isPresent() || cases.stream().anyMatch(one -> one.error.isPresent());
    }
  }

  /// What came of one case.
  ///
  /// @param error why it failed
  /// @param prints the lines that policies printed
  /// @param traces of the evaluations, where they were asked for
  public record CaseResult(
      String name,
      boolean skipped,
      long nanos,
      Optional<String> error,
      List<String> prints,
      List<String> traces) {
    public CaseResult {
      prints = List.copyOf(prints);
      traces = List.copyOf(traces);
    }
  }
}
