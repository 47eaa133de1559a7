package dev.landwaiter.rego.test;

import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.RegoError;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/// What came of one test.
///
/// @param error what ended it
/// @param nanos how long it took
/// @param output what it printed
/// @param cases those of a table test, by their names
/// @param trace lines that tell why it failed, where they were asked for
/// @param source the expression that failed and its operands, where they were asked for
/// @param events the trace as JSON, where it was asked for
public record TestResult(
    TestCase test,
    Outcome outcome,
    Optional<RegoError> error,
    long nanos,
    String output,
    SortedMap<String, CaseResult> cases,
    List<String> trace,
    List<String> source,
    Optional<Value> events) {

  /// How a test ends.
  public enum Outcome {
    PASS,
    FAIL,
    SKIPPED,
    ERROR
  }

  public TestResult {
    trace = List.copyOf(trace);
    source = List.copyOf(source);
  }

  /// How many tests of an outcome this counts for: each case of a table is one.
  public int count(Outcome asked) {
    if (cases.isEmpty() || outcome == Outcome.ERROR || outcome == Outcome.SKIPPED) {
      return outcome == asked ? 1 : 0;
    }
    return switch (asked) {
      case PASS -> CaseResult.count(cases, false);
      case FAIL -> CaseResult.count(cases, true);
      case SKIPPED, ERROR -> 0;
    };
  }
}
