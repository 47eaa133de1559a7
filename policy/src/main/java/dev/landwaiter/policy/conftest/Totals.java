package dev.landwaiter.policy.conftest;

import java.util.List;

/// Numbers over all results of a run.
///
/// @param tests all that was counted, skipped ones included
public record Totals(
    int tests, int passed, int warnings, int failures, int exceptions, int skipped) {
  public static Totals of(List<CheckResult> results) {
    int tests = 0;
    int passed = 0;
    int warnings = 0;
    int failures = 0;
    int exceptions = 0;
    int skipped = 0;
    for (CheckResult result : results) {
      tests += result.total();
      passed += result.successes();
      warnings += result.warnings().size();
      failures += result.failures().size();
      exceptions += result.exceptions().size();
      skipped += result.skipped().size();
    }
    return new Totals(tests, passed, warnings, failures, exceptions, skipped);
  }

  /// `3 tests, 1 passed, 1 warning, 1 failure, 0 exceptions`, and the skipped ones where wanted.
  public String sentence(boolean withSkipped) {
    String text =
        "%d %s, %d passed, %d %s, %d %s, %d %s"
            .formatted(
                tests,
                plural("test", tests),
                passed,
                warnings,
                plural("warning", warnings),
                failures,
                plural("failure", failures),
                exceptions,
                plural("exception", exceptions));
    return withSkipped ? text + ", " + skipped + " skipped" : text;
  }

  private static String plural(String word, int count) {
    return count == 1 ? word : word + "s";
  }
}
