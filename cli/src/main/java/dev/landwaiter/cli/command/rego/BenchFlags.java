package dev.landwaiter.cli.command.rego;

import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flags.GlobalFlags;
import dev.landwaiter.cli.flags.RegoFlags;
import java.util.List;

/// The flags of `bench`.
final class BenchFlags {
  static final Flag FORMAT =
      Flag.text("format", "how figures are shown")
          .shorthand("f")
          .standard("pretty")
          .allowed("json", "pretty", "gobench");
  static final Flag FAIL =
      Flag.toggle("fail", "end with 1 when the query is undefined").standard("true");
  static final Flag METRICS =
      Flag.toggle("metrics", "tell how single evaluations spread").standard("true");
  static final Flag BENCHMEM =
      Flag.toggle("benchmem", "tell memory too (allocs/op is not known here: 0)").standard("true");
  static final Flag E2E = Flag.toggle("e2e", "measure through a server; not offered");

  static final List<FlagGroup> GROUPS =
      List.of(
          new FlagGroup(
              "Policy Flags",
              RegoFlags.DATA,
              RegoFlags.BUNDLE,
              RegoFlags.IGNORE,
              RegoFlags.SCHEMA,
              RegoFlags.CAPABILITIES,
              RegoFlags.V0,
              RegoFlags.V1,
              RegoFlags.TARGET,
              EvalFlags.READ_SPEED),
          new FlagGroup(
              "Query Flags",
              RegoFlags.INPUT,
              RegoFlags.STDIN_INPUT,
              RegoFlags.STDIN,
              RegoFlags.PACKAGE,
              RegoFlags.IMPORT,
              EvalFlags.PARTIAL,
              RegoFlags.UNKNOWNS,
              EvalFlags.DISABLE_INLINING,
              EvalFlags.SHALLOW_INLINING,
              RegoFlags.ALLOW_NET),
          new FlagGroup(
              "Benchmark Flags",
              FORMAT,
              FAIL,
              METRICS,
              BENCHMEM,
              RegoFlags.COUNT,
              E2E,
              GlobalFlags.HELP));

  private BenchFlags() {}
}
