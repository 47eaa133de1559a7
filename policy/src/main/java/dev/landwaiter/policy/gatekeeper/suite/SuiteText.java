package dev.landwaiter.policy.gatekeeper.suite;

import java.util.List;
import java.util.Locale;

/// The results of suites in the style of Go's tests (reference, section 15).
public final class SuiteText {
  private static final String STEP = "    ";

  private final StringBuilder out = new StringBuilder();
  private final boolean verbose;

  private SuiteText(boolean verbose) {
    this.verbose = verbose;
  }

  /// The text of one suite.
  ///
  /// @param verbose whether what passed and what was skipped is told, too
  public static String of(SuiteResult suite, boolean verbose) {
    var text = new SuiteText(verbose);
    suite.tests().forEach(text::test);
    text.out
        .append(suite.failed() ? "FAIL" : "ok")
        .append('\t')
        .append(suite.name())
        .append('\t')
        .append(seconds(suite.nanos()))
        .append('\n');
    return text.out.toString();
  }

  /// The last lines.
  public static String end(boolean failed) {
    return (failed ? "FAIL" : "PASS") + "\n\n";
  }

  private void test(SuiteResult.TestResult test) {
    if (test.skipped()) {
      line(verbose, "", "=== SKIP  " + test.name());
      return;
    }
    line(verbose, "", "=== RUN   " + test.name());
    test.cases().forEach(this::single);
    end("", test.name(), test.failed(), test.nanos());
    test.error().ifPresent(error -> line(true, "  ", error));
  }

  private void single(SuiteResult.CaseResult one) {
    if (one.skipped()) {
      line(verbose, STEP, "=== SKIP  " + one.name());
      return;
    }
    line(verbose, STEP, "=== RUN   " + one.name());
    if (verbose) {
      block("=== PRINT ===", one.prints());
    }
    block("=== TRACE ===", one.traces());
    end(STEP, one.name(), one.error().isPresent(), one.nanos());
    one.error().ifPresent(error -> line(true, STEP + STEP, error));
  }

  private void block(String title, List<String> lines) {
    if (!lines.isEmpty()) {
      line(true, STEP + STEP, title);
      lines.forEach(text -> text.lines().forEach(each -> line(true, STEP + STEP, each)));
    }
  }

  private void end(String indent, String name, boolean failed, long nanos) {
    String end = "%s: %s\t(%s)".formatted(failed ? "FAIL" : "PASS", name, seconds(nanos));
    line(failed || verbose, indent, "--- " + end);
  }

  private void line(boolean told, String indent, String text) {
    if (told) {
      out.append(indent).append(text).append('\n');
    }
  }

  private static String seconds(long nanos) {
    return String.format(Locale.ROOT, "%.3fs", nanos / 1e9);
  }
}
