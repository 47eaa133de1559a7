package dev.landwaiter.cli.command.rego;

import dev.landwaiter.base.format.JsonStyle;
import dev.landwaiter.base.format.JsonWriter;
import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flag.Values;
import dev.landwaiter.cli.flags.RegoFlags;
import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.test.TestCase;
import dev.landwaiter.rego.test.TestJson;
import dev.landwaiter.rego.test.TestReport;
import dev.landwaiter.rego.test.TestResult;
import dev.landwaiter.rego.test.TestRunner;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Runs tests one after another and measures those that pass.
record TestBench(Invocation invocation, TestRunner runner) {

  /// The exit code.
  int run(List<TestCase> tests) throws UsageException, RegoException, IOException {
    Values values = invocation.values();
    var output = new Output(invocation);
    String format = values.text(TestFlags.FORMAT);
    int code = 0;
    for (int i = Math.max(1, values.number(RegoFlags.COUNT)); i > 0; i--) {
      List<TestResult> results = new ArrayList<>();
      List<Value> json = new ArrayList<>();
      var text = new StringBuilder();
      for (TestCase test : tests) {
        TestResult result = runner.run(List.of(test)).getFirst();
        results.add(result);
        ObjectValue shown = TestJson.of(result);
        if (result.outcome() == TestResult.Outcome.PASS) {
          BenchText measured = measure(test);
          json.add(with(shown, measured.json()));
          text.append(format.equals("gobench") ? "Benchmark" + joined(test) : test.fullName());
          text.append('\t').append(measured.line()).append('\n');
        } else {
          json.add(shown);
          text.append(TestReport.entry(result));
        }
      }
      output.out(
          format.equals("json")
              ? JsonWriter.toText(new ArrayValue(json), JsonStyle.INDENTED) + "\n"
              : text + TestReport.numbers(results));
      code = Math.max(code, TestRun.code(values, results));
    }
    return code;
  }

  private BenchText measure(TestCase test) throws UsageException, RegoException {
    var work = runner.work(test);
    Benchmark.Measured measured = Benchmark.of(work::run, CliWorld.of(invocation)::ticks);
    SortedMap<String, Value> extra = new TreeMap<>();
    extra.put("timer_rego_query_eval_ns/op", BenchText.number(measured.meanTime()));
    return new BenchText(measured, extra, invocation.values().flag(TestFlags.BENCHMEM));
  }

  private static ObjectValue with(ObjectValue result, Value measured) {
    var draft = new ObjectValue.Draft();
    result.members().forEach(draft::put);
    draft.put(Value.of("benchmark_result"), measured);
    return draft.finish();
  }

  /// The name as Go's tools take it: `data.shop.test_x` as `DataShopTestX`.
  private static String joined(TestCase test) {
    var name = new StringBuilder();
    boolean upper = true;
    for (char each : test.fullName().toCharArray()) {
      if (Character.isLetterOrDigit(each)) {
        name.append(upper ? Character.toUpperCase(each) : each);
        upper = false;
      } else {
        upper = true;
      }
    }
    return name.toString();
  }
}
