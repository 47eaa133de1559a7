package dev.landwaiter.cli.command.rego;

import dev.landwaiter.base.format.JsonStyle;
import dev.landwaiter.base.format.JsonWriter;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.FlagType;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flag.Values;
import dev.landwaiter.cli.flags.GlobalFlags;
import dev.landwaiter.cli.flags.RegoFlags;
import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.builtin.BuiltinException;
import dev.landwaiter.rego.builtin.all.Builtins;
import dev.landwaiter.rego.builtin.pattern.NamePattern;
import dev.landwaiter.rego.compile.Compiler;
import dev.landwaiter.rego.compile.CompilerSettings;
import dev.landwaiter.rego.load.LoadException;
import dev.landwaiter.rego.load.Loaded;
import dev.landwaiter.rego.parse.ParserSettings;
import dev.landwaiter.rego.policy.CompiledPolicy;
import dev.landwaiter.rego.test.FoundTests;
import dev.landwaiter.rego.test.TestCase;
import dev.landwaiter.rego.test.TestFinder;
import dev.landwaiter.rego.test.TestJson;
import dev.landwaiter.rego.test.TestReport;
import dev.landwaiter.rego.test.TestResult;
import dev.landwaiter.rego.test.TestRunner;
import dev.landwaiter.rego.test.TestSettings;
import dev.landwaiter.rego.trace.Explain;
import dev.landwaiter.rego.type.Capabilities;
import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Runs the tests of policies.
public final class TestCommand extends RegoCommand {
  private static final Flag FORMAT =
      Flag.text("format", "how results are shown")
          .shorthand("f")
          .standard("pretty")
          .allowed("pretty", "json", "gobench");
  private static final Flag VERBOSE =
      Flag.toggle("verbose", "tell of every test, and why one failed").shorthand("v");
  private static final Flag RUN =
      Flag.text("run", "run only tests whose whole name this pattern finds").shorthand("r");
  private static final Flag EXIT_ZERO_ON_SKIPPED =
      Flag.toggle("exit-zero-on-skipped", "skipped tests count as passed").shorthand("z");
  private static final Flag FAIL_ON_EMPTY =
      Flag.toggle("fail-on-empty", "end with 1 when there are no tests");
  private static final Flag TIMEOUT =
      Flag.of("timeout", FlagType.DURATION, "end each test after this time; 0s for 5s")
          .standard("0s");
  private static final Flag PARALLEL =
      Flag.of("parallel", FlagType.NUMBER, "how many tests run at once").shorthand("p");
  private static final Flag SORT = Flag.text("sort", "the order of results").allowed("duration");

  /// @param prefix of its name, such as `rego `
  public TestCommand(String prefix) {
    super(prefix, "test", "Run the tests of policies", "[flags] PATH...");
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("run all tests of a folder", name() + " policies"),
        new Example("see why one fails", name() + " -v --run test_allow policies"));
  }

  @Override
  public List<FlagGroup> flags() {
    return List.of(
        new FlagGroup(
            "Test Flags",
            RegoFlags.AS_BUNDLES,
            RegoFlags.IGNORE,
            FORMAT,
            VERBOSE,
            RUN,
            RegoFlags.EXPLAIN,
            EXIT_ZERO_ON_SKIPPED,
            FAIL_ON_EMPTY,
            TIMEOUT,
            PARALLEL,
            SORT,
            RegoFlags.COUNT,
            RegoFlags.MAX_ERRORS,
            RegoFlags.SCHEMA,
            RegoFlags.CAPABILITIES,
            RegoFlags.V0,
            RegoFlags.V1,
            GlobalFlags.HELP));
  }

  @Override
  public int run(Invocation invocation) throws UsageException, IOException {
    var output = new Output(invocation);
    Values values = invocation.values();
    if (invocation.arguments().isEmpty()) {
      throw UsageException.withUsage("specify at least one file");
    }
    if (values.text(FORMAT).equals("gobench")) {
      output.err("cannot use output format gobench without running benchmarks (--bench)");
      return 0;
    }
    try {
      return run(invocation, output);
    } catch (LoadException e) {
      output.err(String.valueOf(e.getMessage()));
      return 1;
    } catch (RegoException e) {
      output.err(String.valueOf(e.getMessage()));
      return 1;
    }
  }

  private static int run(Invocation invocation, Output output)
      throws UsageException, LoadException, RegoException, IOException {
    Values values = invocation.values();
    Capabilities capabilities = Language.capabilities(invocation);
    ParserSettings parser =
        ParserSettings.of(Language.version(invocation))
            .capabilities(capabilities)
            .annotations(true);
    Loaded loaded =
        values.flag(RegoFlags.AS_BUNDLES)
            ? PolicyFiles.bundles(invocation, invocation.arguments(), parser)
            : PolicyFiles.files(invocation, invocation.arguments(), parser);
    FoundTests found = TestFinder.find(loaded.modules().values());
    CompiledPolicy policy =
        Compiler.compile(
            found.modules(),
            new CompilerSettings(
                capabilities,
                false,
                true,
                values.number(RegoFlags.MAX_ERRORS),
                false,
                Set.of(),
                path -> CheckCommand.stands(loaded.data(), path),
                !invocation.dialect().cobra(),
                SchemaFiles.read(invocation),
                true));
    List<TestCase> tests = chosen(found.tests(), values.text(RUN));
    if (tests.isEmpty() && values.flag(FAIL_ON_EMPTY)) {
      output.err("no tests were run");
      return 1;
    }
    var runner =
        new TestRunner(policy, Builtins.all(), loaded.data(), settings(invocation, capabilities));
    int code = 0;
    for (int i = Math.max(1, values.number(RegoFlags.COUNT)); i > 0; i--) {
      code = Math.max(code, report(output, values, runner.run(tests)));
    }
    return code;
  }

  private static List<TestCase> chosen(List<TestCase> tests, String pattern) throws LoadException {
    if (pattern.isEmpty()) {
      return tests;
    }
    try {
      var names = NamePattern.of(pattern);
      return tests.stream().filter(test -> names.finds(test.fullName())).toList();
    } catch (BuiltinException e) {
      throw new LoadException(String.valueOf(e.getMessage()));
    }
  }

  private static TestSettings settings(Invocation invocation, Capabilities capabilities)
      throws UsageException {
    Values values = invocation.values();
    String explain = values.text(RegoFlags.EXPLAIN);
    boolean traces = values.flag(VERBOSE) || !explain.equals("off");
    Explain mode =
        !traces
            ? Explain.OFF
            : explain.equals("off")
                ? Explain.FAILS
                : Explain.valueOf(explain.toUpperCase(Locale.ROOT));
    var timeout = values.duration(TIMEOUT);
    return new TestSettings(
        CliWorld.of(invocation),
        capabilities,
        timeout.isZero() ? Duration.ofSeconds(5) : timeout,
        mode,
        values.isSet(PARALLEL)
            ? values.number(PARALLEL)
            : Runtime.getRuntime().availableProcessors());
  }

  private static int report(Output output, Values values, List<TestResult> unsorted)
      throws UsageException, IOException {
    List<TestResult> results =
        values.text(SORT).equals("duration")
            ? unsorted.stream()
                .sorted(Comparator.comparingLong(TestResult::nanos).reversed())
                .toList()
            : unsorted;
    if (values.text(FORMAT).equals("json")) {
      output.out(JsonWriter.toText(TestJson.of(results), JsonStyle.INDENTED) + "\n");
    } else {
      boolean traces = values.flag(VERBOSE) || !values.text(RegoFlags.EXPLAIN).equals("off");
      output.out(TestReport.of(results, values.flag(VERBOSE), traces));
    }
    boolean skippedCount = !values.flag(EXIT_ZERO_ON_SKIPPED);
    boolean failed =
        results.stream()
            .anyMatch(result ->
                switch (result.outcome()) {
                  case PASS -> false;
                  case SKIPPED -> skippedCount;
                  case FAIL, ERROR -> true;
                });
    return failed ? 2 : 0;
  }
}
