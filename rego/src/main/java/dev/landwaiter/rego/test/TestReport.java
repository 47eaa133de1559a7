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
  private final boolean variables;
  private boolean inFailures;

  private TestReport(boolean verbose, boolean traces, boolean variables) {
    this.verbose = verbose;
    this.traces = traces;
    this.variables = variables;
  }

  /// The report: failures (all tests when verbose), why they failed, and numbers.
  ///
  /// @param traces whether failures are told with their traces
  /// @param variables whether failures are told with the values of operands
  public static String of(
      List<TestResult> results, boolean verbose, boolean traces, boolean variables) {
    var report = new TestReport(verbose, traces, variables);
    report.write(results);
    return report.text.toString();
  }

  /// One result alone.
  public static String entry(TestResult result) {
    var report = new TestReport(false, false, false);
    report.result(result);
    return report.text.toString();
  }

  /// How many tests came to which end, below a line.
  public static String numbers(List<TestResult> results) {
    var report = new TestReport(false, false, false);
    report.line(RULER);
    report.count(results);
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
      result(result);
    }
    failures(results);
    if (text.length() > 0) {
      line(RULER);
    }
    count(results);
  }

  private void result(TestResult result) {
    line(result.test().at().file() + ":" + result.test().at().row() + ":");
    line(header(result));
    cases(result.cases(), "  ", !verbose);
    output(result);
    result.error().ifPresent(error -> line("  " + error.text()));
  }

  /// The line that names a test and its outcome.
  public static String header(TestResult result) {
    String outcome = result.test().fullName() + ": " + result.outcome();
    return result.outcome() == TestResult.Outcome.SKIPPED
        ? outcome
        : outcome + " (" + Durations.text(result.nanos()) + ")";
  }

  private void cases(SortedMap<String, CaseResult> cases, String indent, boolean failedOnly) {
    for (CaseResult one : cases.values()) {
      if (!failedOnly || one.failed()) {
        line(indent + one.name() + ": " + (one.failed() ? "FAIL" : "PASS"));
        if (inFailures) {
          source(one, indent);
        }
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
    if ((!traces && !variables) || failed.isEmpty()) {
      return;
    }
    line(RULER);
    line("FAILURES");
    line(RULER);
    inFailures = true;
    for (TestResult result : failed) {
      line(header(result));
      text.append('\n');
      if (traces) {
        result.trace().forEach(each -> line("  " + each + "  "));
        text.append('\n');
      }
      if (variables && result.cases().isEmpty()) {
        result.source().forEach(this::indented);
        text.append('\n');
      }
      if (!result.cases().isEmpty()) {
        cases(result.cases(), "  ", true);
        text.append('\n');
      }
    }
  }

  private void indented(String line) {
    line(line.isEmpty() ? "" : "  " + line);
  }

  /// What failed in a case, between lines of blanks as the original has them.
  private void source(CaseResult one, String indent) {
    if (!one.source().isEmpty()) {
      line(indent + "  ");
      int last = one.source().size() - 1;
      for (int i = 0; i <= last; i++) {
        line(indent + "    " + one.source().get(i) + (i == last ? "    " : ""));
      }
    }
  }

  private void count(List<TestResult> results) {
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
