package dev.landwaiter.rego.test;

import dev.landwaiter.rego.present.Durations;
import java.util.List;
import java.util.SortedMap;

/// Results of tests as text for people.
public final class TestReport {
  private static final String RULER = "-".repeat(80);

  private final StringBuilder text = new StringBuilder();
  private final boolean verbose;
  private final boolean traces;

  private TestReport(boolean verbose, boolean traces) {
    this.verbose = verbose;
    this.traces = traces;
  }

  /// The report: failures (all tests when verbose), why they failed, and numbers.
  ///
  /// @param traces whether the section about failures is there
  public static String of(List<TestResult> results, boolean verbose, boolean traces) {
    var report = new TestReport(verbose, traces);
    report.write(results);
    return report.text.toString();
  }

  private void write(List<TestResult> results) {
    if (results.isEmpty()) {
      return;
    }
    String file = "";
    for (TestResult result : results) {
      if (!verbose && result.outcome() == TestResult.Outcome.PASS) {
        continue;
      }
      String at = result.test().at().file();
      if (!file.isEmpty() && !file.equals(at)) {
        text.append('\n');
      }
      file = at;
      line(at + ":" + result.test().at().row() + ":");
      line(header(result));
      cases(result.cases(), "  ", !verbose);
      output(result);
      result.error().ifPresent(error -> line("  " + error.text()));
    }
    failures(results);
    if (text.length() > 0) {
      line(RULER);
    }
    numbers(results);
  }

  private static String header(TestResult result) {
    String outcome = result.test().fullName() + ": " + result.outcome();
    return result.outcome() == TestResult.Outcome.SKIPPED
        ? outcome
        : outcome + " (" + Durations.text(result.nanos()) + ")";
  }

  private void cases(SortedMap<String, CaseResult> cases, String indent, boolean failedOnly) {
    for (CaseResult one : cases.values()) {
      if (!failedOnly || one.failed()) {
        line(indent + one.name() + ": " + (one.failed() ? "FAIL" : "PASS"));
        cases(one.below(), indent + "  ", failedOnly);
      }
    }
  }

  private void output(TestResult result) {
    if (!result.output().isEmpty()) {
      text.append('\n');
      result.output().strip().lines().forEach(each -> line("  " + each));
      text.append('\n');
    }
  }

  private void failures(List<TestResult> results) {
    List<TestResult> failed =
        results.stream().filter(each -> each.outcome() == TestResult.Outcome.FAIL).toList();
    if (!traces || failed.isEmpty()) {
      return;
    }
    line(RULER);
    line("FAILURES");
    line(RULER);
    for (TestResult result : failed) {
      line(header(result));
      text.append('\n');
      result.trace().forEach(each -> line("  " + each + "  "));
      text.append('\n');
      if (!result.cases().isEmpty()) {
        cases(result.cases(), "  ", true);
        text.append('\n');
      }
    }
  }

  private void numbers(List<TestResult> results) {
    int all = 0;
    for (TestResult.Outcome outcome : TestResult.Outcome.values()) {
      all += count(results, outcome);
    }
    for (TestResult.Outcome outcome : TestResult.Outcome.values()) {
      int count = count(results, outcome);
      if (count > 0) {
        line(outcome + ": " + count + "/" + all);
      }
    }
  }

  private static int count(List<TestResult> results, TestResult.Outcome outcome) {
    return results.stream().mapToInt(result -> result.count(outcome)).sum();
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
