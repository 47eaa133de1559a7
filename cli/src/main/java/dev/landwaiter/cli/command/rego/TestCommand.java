package dev.landwaiter.cli.command.rego;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flag.Values;
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
import dev.landwaiter.rego.test.TestRunner;
import dev.landwaiter.rego.test.TestSettings;
import dev.landwaiter.rego.trace.Explain;
import dev.landwaiter.rego.type.Capabilities;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Runs the tests of policies.
public final class TestCommand extends RegoCommand {
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
    return TestFlags.GROUPS;
  }

  @Override
  public int run(Invocation invocation) throws UsageException, IOException {
    var output = new Output(invocation);
    Values values = invocation.values();
    if (invocation.arguments().isEmpty()) {
      throw UsageException.withUsage("specify at least one file");
    }
    boolean bench = values.flag(TestFlags.BENCH);
    if (values.text(TestFlags.FORMAT).equals("gobench") && !bench) {
      output.err("cannot use output format gobench without running benchmarks (--bench)");
      return 0;
    }
    double threshold = values.decimal(TestFlags.THRESHOLD);
    if (threshold < 0 || threshold > 100) {
      output.err("Code coverage threshold must be between 0 and 100");
      return 1;
    }
    if (bench && (values.flag(TestFlags.COVERAGE) || threshold > 0)) {
      output.err("coverage reporting is not supported when benchmarking tests");
      return 1;
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
                values.flag(TestFlags.VAR_VALUES),
                Set.of(),
                path -> CheckCommand.stands(loaded.data(), path),
                !invocation.dialect().cobra(),
                SchemaFiles.read(invocation),
                true));
    List<TestCase> tests = chosen(found.tests(), values.text(TestFlags.RUN));
    if (tests.isEmpty() && values.flag(TestFlags.FAIL_ON_EMPTY)) {
      output.err("no tests were run");
      return 1;
    }
    var runner =
        new TestRunner(policy, Builtins.all(), loaded.data(), settings(invocation, capabilities));
    return values.flag(TestFlags.BENCH)
        ? new TestBench(invocation, runner).run(tests)
        : new TestRun(invocation, policy, runner, tests).run();
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
    boolean variables = values.flag(TestFlags.VAR_VALUES);
    boolean traces = values.flag(TestFlags.VERBOSE) || variables || !explain.equals("off");
    Explain mode =
        !traces
            ? Explain.OFF
            : explain.equals("off")
                ? Explain.FAILS
                : Explain.valueOf(explain.toUpperCase(Locale.ROOT));
    var timeout = values.duration(TestFlags.TIMEOUT);
    return new TestSettings(
        CliWorld.of(invocation),
        capabilities,
        timeout.isZero() ? Duration.ofSeconds(5) : timeout,
        Evaluations.memory(invocation),
        mode,
        variables,
        values.text(TestFlags.FORMAT).equals("json"),
        values.isSet(TestFlags.PARALLEL)
            ? values.number(TestFlags.PARALLEL)
            : Runtime.getRuntime().availableProcessors());
  }
}
