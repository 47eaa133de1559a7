package dev.landwaiter.cli.command.rego;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.FlagType;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flag.Values;
import dev.landwaiter.cli.flags.GlobalFlags;
import dev.landwaiter.cli.flags.RegoFlags;
import java.util.List;

/// The flags of `eval` and what they must not say together.
final class EvalFlags {
  static final Flag FORMAT =
      Flag.text("format", "how results are shown")
          .shorthand("f")
          .standard("json")
          .allowed("json", "values", "bindings", "pretty", "source", "raw", "discard");
  static final Flag FAIL = Flag.toggle("fail", "end with 1 when the query is undefined");
  static final Flag FAIL_DEFINED =
      Flag.toggle("fail-defined", "end with 1 when the query is defined");
  static final Flag PARTIAL =
      Flag.toggle("partial", "work out what can be without the unknowns").shorthand("p");
  static final Flag DISABLE_INLINING =
      Flag.repeated("disable-inlining", "rules that partial evaluation keeps as they are");
  static final Flag SHALLOW_INLINING =
      Flag.toggle("shallow-inlining", "keep rules that depend on unknowns as they are");
  static final Flag NONDETERMINISTIC =
      Flag.toggle(
          "nondeterminstic-builtins", "let partial evaluation call functions of time and chance");
  static final Flag DISABLE_INDEXING = Flag.toggle("disable-indexing", "look at every rule");
  static final Flag DISABLE_EARLY_EXIT =
      Flag.toggle("disable-early-exit", "go on where one success is enough");
  static final Flag STRICT_BUILTIN_ERRORS =
      Flag.toggle("strict-builtin-errors", "end with the first error of a function");
  static final Flag SHOW_BUILTIN_ERRORS =
      Flag.toggle("show-builtin-errors", "show the errors of functions beside the result");
  static final Flag PRETTY_LIMIT =
      Flag.of("pretty-limit", FlagType.NUMBER, "accepted and without effect").standard("80");
  static final Flag PROFILE =
      Flag.toggle("profile", "tell how often each expression was evaluated");
  static final Flag PROFILE_SORT =
      Flag.repeated("profile-sort", "what the profile is sorted by: total_time_ns, num_eval …");
  static final Flag PROFILE_LIMIT =
      Flag.of("profile-limit", FlagType.NUMBER, "lines of the profile").standard("10");
  static final Flag COVERAGE = Flag.toggle("coverage", "tell what was evaluated");
  static final Flag INSTRUMENT = Flag.toggle("instrument", "tell more figures of the evaluation");
  static final Flag VAR_VALUES = Flag.toggle("var-values", "show values of variables in traces");
  static final Flag READ_SPEED =
      Flag.toggle("optimize-store-for-read-speed", "accepted and without effect");

  static final List<FlagGroup> GROUPS =
      List.of(
          new FlagGroup(
              "Policy Flags",
              RegoFlags.DATA,
              RegoFlags.BUNDLE,
              RegoFlags.IGNORE,
              RegoFlags.SCHEMA,
              RegoFlags.CAPABILITIES,
              RegoFlags.STRICT,
              RegoFlags.V0,
              RegoFlags.V1,
              RegoFlags.ENTRYPOINT,
              RegoFlags.OPTIMIZE,
              RegoFlags.TARGET,
              READ_SPEED),
          new FlagGroup(
              "Query Flags",
              RegoFlags.INPUT,
              RegoFlags.STDIN_INPUT,
              RegoFlags.STDIN,
              RegoFlags.PACKAGE,
              RegoFlags.IMPORT,
              PARTIAL,
              RegoFlags.UNKNOWNS,
              DISABLE_INLINING,
              SHALLOW_INLINING,
              NONDETERMINISTIC,
              DISABLE_INDEXING,
              DISABLE_EARLY_EXIT,
              STRICT_BUILTIN_ERRORS,
              RegoFlags.ALLOW_NET,
              RegoFlags.TIMEOUT,
              RegoFlags.COUNT),
          new FlagGroup(
              "Output Flags",
              FORMAT,
              FAIL,
              FAIL_DEFINED,
              SHOW_BUILTIN_ERRORS,
              RegoFlags.EXPLAIN,
              VAR_VALUES,
              PRETTY_LIMIT,
              RegoFlags.METRICS,
              INSTRUMENT,
              PROFILE,
              PROFILE_SORT,
              PROFILE_LIMIT,
              COVERAGE,
              CoverageRuns.FLAG,
              GlobalFlags.HELP));

  private EvalFlags() {}

  /// @throws UsageException for what cannot be asked for together
  static void check(Invocation invocation) throws UsageException {
    checkQuery(invocation);
    Values values = invocation.values();
    if (values.flag(FAIL) && values.flag(FAIL_DEFINED)) {
      throw UsageException.withUsage("specify --fail or --fail-defined but not both");
    }
    String format = values.text(FORMAT);
    boolean partial = values.flag(PARTIAL);
    if (partial && !List.of("json", "pretty", "source").contains(format)) {
      throw UsageException.withUsage("invalid output format for partial evaluation");
    }
    if (!partial && format.equals("source")) {
      throw UsageException.withUsage("invalid output format for evaluation");
    }
  }

  /// @throws UsageException unless there is one query and at most one input
  static void checkQuery(Invocation invocation) throws UsageException {
    Values values = invocation.values();
    boolean stdin = values.flag(RegoFlags.STDIN);
    int arguments = invocation.arguments().size();
    if (arguments > 0 && stdin) {
      throw UsageException.withUsage("specify query argument or --stdin but not both");
    }
    if (arguments == 0 && !stdin) {
      throw UsageException.withUsage("specify query argument or --stdin");
    }
    if (arguments > 1) {
      throw UsageException.withUsage("specify at most one query argument");
    }
    if (stdin && values.flag(RegoFlags.STDIN_INPUT)) {
      throw UsageException.withUsage("specify --stdin or --stdin-input but not both");
    }
    if (values.flag(RegoFlags.STDIN_INPUT) && !values.text(RegoFlags.INPUT).isEmpty()) {
      throw UsageException.withUsage("specify --stdin-input or --input but not both");
    }
  }
}
