package dev.landwaiter.cli.command.test;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flags.ConftestFlags;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Pulls policies before a run, and for `pull`.
final class Fetching {
  private Fetching() {}

  /// Pulls from the places of `--update`.
  static void update(Invocation invocation) throws UsageException, IOException {
    pull(invocation, invocation.values().texts(ConftestFlags.UPDATE));
  }

  /// Pulls into the first folder of policies.
  static void pull(Invocation invocation, List<String> places) throws UsageException, IOException {
    var source = new PolicySource(invocation);
    for (String place : places) {
      source.pull(place, target(invocation));
    }
  }

  private static Path target(Invocation invocation) throws UsageException {
    List<String> folders = invocation.values().texts(ConftestFlags.POLICY);
    if (folders.isEmpty()) {
      throw new UsageException("--policy names no folder to pull policies into");
    }
    return invocation.world().folder().resolve(folders.getFirst());
  }
}
