package dev.landwaiter.cli.command.rego;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flags.RegoFlags;
import dev.landwaiter.rego.Budget;
import dev.landwaiter.rego.World;
import dev.landwaiter.rego.query.Settings;
import dev.landwaiter.rego.type.Capabilities;
import java.time.Duration;

/// The world and the limits that evaluations of a command line run in.
final class Evaluations {
  /// Bytes of heap for each value an evaluation may make: a value with the place it stands in takes
  /// about half of them, and results are written out beside the values.
  private static final long BYTES_PER_VALUE = 32;

  private Evaluations() {}

  /// The values that one evaluation may make; the same in the persona, since running out of memory
  /// helps nobody.
  static long memory(Invocation invocation) {
    return invocation.world().heap() / BYTES_PER_VALUE;
  }

  /// For work that no time is set for.
  static Settings unlimited(Invocation invocation, Capabilities capabilities)
      throws UsageException {
    return settings(invocation, capabilities, Duration.ZERO, false, true, true);
  }

  static Settings settings(
      Invocation invocation,
      Capabilities capabilities,
      boolean strictErrors,
      boolean indexing,
      boolean earlyExit)
      throws UsageException {
    return settings(
        invocation,
        capabilities,
        invocation.values().duration(RegoFlags.TIMEOUT),
        strictErrors,
        indexing,
        earlyExit);
  }

  private static Settings settings(
      Invocation invocation,
      Capabilities capabilities,
      Duration timeout,
      boolean strictErrors,
      boolean indexing,
      boolean earlyExit)
      throws UsageException {
    World world = CliWorld.of(invocation);
    long deadline = timeout.isZero() ? Long.MAX_VALUE : world.ticks() + timeout.toNanos();
    return new Settings(
        world,
        new Budget(deadline, Long.MAX_VALUE, memory(invocation), Budget.DEPTH),
        strictErrors,
        indexing,
        earlyExit,
        line -> {
          invocation.world().stderr().println(line);
          invocation.world().stderr().flush();
        },
        capabilities);
  }
}
