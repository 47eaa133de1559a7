package dev.landwaiter.cli.command.rego;

import dev.landwaiter.base.format.JsonStyle;
import dev.landwaiter.base.format.JsonWriter;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flag.Values;
import dev.landwaiter.cli.flags.RegoFlags;
import dev.landwaiter.rego.RegoError;
import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.policy.CompiledPolicy;
import dev.landwaiter.rego.test.TestCase;
import dev.landwaiter.rego.test.TestJson;
import dev.landwaiter.rego.test.TestReport;
import dev.landwaiter.rego.test.TestResult;
import dev.landwaiter.rego.test.TestRunner;
import dev.landwaiter.rego.trace.Coverage;
import dev.landwaiter.rego.trace.CoverageReport;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// One run of `test`: the tests that were chosen, and what is told of them.
///
/// @param policy with the tests in it
record TestRun(
    Invocation invocation, CompiledPolicy policy, TestRunner runner, List<TestCase> tests) {
  /// Exit codes.
  private static final int ERROR = 1;

  private static final int FAILED = 2;

  /// The exit code.
  int run() throws UsageException, RegoException, IOException {
    Values values = invocation.values();
    boolean covers = values.flag(TestFlags.COVERAGE) || threshold() > 0;
    int code = 0;
    for (int i = Math.max(1, values.number(RegoFlags.COUNT)); i > 0; i--) {
      List<TestResult> results = runner.run(tests);
      if (covers) {
        code = Math.max(code, coverage(results));
      } else {
        show(results);
        code = Math.max(code, code(values, results));
      }
    }
    return code;
  }

  private double threshold() throws UsageException {
    return invocation.values().decimal(TestFlags.THRESHOLD);
  }

  private void show(List<TestResult> unsorted) throws UsageException, IOException {
    Values values = invocation.values();
    var output = new Output(invocation);
    List<TestResult> results = sorted(unsorted);
    if (values.text(TestFlags.FORMAT).equals("json")) {
      output.out(JsonWriter.toText(TestJson.of(results), JsonStyle.INDENTED) + "\n");
    } else {
      boolean verbose = values.flag(TestFlags.VERBOSE);
      boolean traces = verbose || !values.text(RegoFlags.EXPLAIN).equals("off");
      output.out(TestReport.of(results, verbose, traces, values.flag(TestFlags.VAR_VALUES)));
    }
  }

  private List<TestResult> sorted(List<TestResult> results) throws UsageException {
    if (invocation.values().text(TestFlags.SORT).equals("duration")) {
      return results.stream()
          .sorted(Comparator.comparingLong(TestResult::nanos).reversed())
          .toList();
    }
    if (!invocation.dialect().cobra() || results.size() < 2) {
      return results;
    }
    // The original's tests wait for each other, and of those that wait the youngest goes first.
    var shown = new ArrayList<>(results);
    shown.addFirst(shown.removeLast());
    return shown;
  }

  /// 2 unless all tests passed or may be skipped.
  static int code(Values values, List<TestResult> results) throws UsageException {
    boolean skippedCount = !values.flag(TestFlags.EXIT_ZERO_ON_SKIPPED);
    boolean failed =
        results.stream()
            .anyMatch(result ->
                switch (result.outcome()) {
                  case PASS -> false;
                  case SKIPPED -> skippedCount;
                  case FAIL, ERROR -> true;
                });
    return failed ? FAILED : 0;
  }

  /// Reports what the tests reach; where a test did not pass, that test alone.
  private int coverage(List<TestResult> results) throws UsageException, RegoException, IOException {
    var output = new Output(invocation);
    Optional<TestResult> bad =
        results.stream().filter(each -> each.outcome() != TestResult.Outcome.PASS).findFirst();
    if (bad.isPresent()) {
      output.err(bad.get().error().map(RegoError::text).orElse(TestReport.header(bad.get())));
      return ERROR;
    }
    var main = new Coverage();
    runner.cover(tests, main, true, true);
    SortedMap<String, Coverage> others = new TreeMap<>();
    for (CoverageRuns.Kind kind : CoverageRuns.kinds(invocation.values())) {
      var coverage = new Coverage();
      runner.cover(tests, coverage, kind.indexing(), kind.earlyExit());
      others.put(kind.name(), coverage);
    }
    Value report = CoverageReport.of(policy.modules(), main, others);
    double reached = Double.parseDouble(report.get("coverage").orElse(Value.of(0)).toString());
    if (reached < threshold()) {
      output.err(
          String.format(
              Locale.ROOT,
              "Code coverage threshold not met: got %.2f instead of %.2f",
              reached,
              threshold()));
      return FAILED;
    }
    output.json(report);
    return 0;
  }
}
