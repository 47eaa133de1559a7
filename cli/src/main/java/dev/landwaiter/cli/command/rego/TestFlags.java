package dev.landwaiter.cli.command.rego;

import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.FlagType;
import dev.landwaiter.cli.flags.GlobalFlags;
import dev.landwaiter.cli.flags.RegoFlags;
import java.util.List;

/// The flags of `test`.
final class TestFlags {
  static final Flag FORMAT =
      Flag.text("format", "how results are shown")
          .shorthand("f")
          .standard("pretty")
          .allowed("pretty", "json", "gobench");
  static final Flag VERBOSE =
      Flag.toggle("verbose", "tell of every test, and why one failed").shorthand("v");
  static final Flag VAR_VALUES =
      Flag.toggle("var-values", "show the values of a failing expression's operands");
  static final Flag RUN =
      Flag.text("run", "run only tests whose whole name this pattern finds").shorthand("r");
  static final Flag EXIT_ZERO_ON_SKIPPED =
      Flag.toggle("exit-zero-on-skipped", "skipped tests count as passed").shorthand("z");
  static final Flag FAIL_ON_EMPTY =
      Flag.toggle("fail-on-empty", "end with 1 when there are no tests");
  static final Flag TIMEOUT =
      Flag.of("timeout", FlagType.DURATION, "end each test after this time; 0s for 5s")
          .standard("0s");
  static final Flag PARALLEL =
      Flag.of("parallel", FlagType.NUMBER, "how many tests run at once").shorthand("p");
  static final Flag SORT = Flag.text("sort", "the order of results").allowed("duration");
  static final Flag COVERAGE =
      Flag.toggle("coverage", "report what the tests reach, in place of results").shorthand("c");
  static final Flag THRESHOLD =
      Flag.of(
              "threshold",
              FlagType.DECIMAL,
              "end with 2 when the tests reach less, in percent of lines")
          .standard("0");
  static final Flag BENCH = Flag.toggle("bench", "measure how long the tests that pass take");
  static final Flag BENCHMEM =
      Flag.toggle("benchmem", "with --bench, tell memory too (allocs/op is not known here: 0)")
          .standard("true");

  static final List<FlagGroup> GROUPS =
      List.of(
          new FlagGroup(
              "Test Flags",
              RegoFlags.AS_BUNDLES,
              RegoFlags.IGNORE,
              RUN,
              EXIT_ZERO_ON_SKIPPED,
              FAIL_ON_EMPTY,
              TIMEOUT,
              PARALLEL,
              RegoFlags.COUNT,
              BENCH,
              BENCHMEM,
              COVERAGE,
              CoverageRuns.FLAG,
              THRESHOLD),
          new FlagGroup(
              "Policy Flags",
              RegoFlags.MAX_ERRORS,
              RegoFlags.SCHEMA,
              RegoFlags.CAPABILITIES,
              RegoFlags.V0,
              RegoFlags.V1),
          new FlagGroup(
              "Output Flags",
              FORMAT,
              VERBOSE,
              RegoFlags.EXPLAIN,
              VAR_VALUES,
              SORT,
              GlobalFlags.HELP));

  private TestFlags() {}
}
