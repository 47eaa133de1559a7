package dev.landwaiter.cli.command.test;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flags.ConftestFlags;
import java.io.IOException;
import java.util.List;

/// Pulls policies before a run.
final class Fetching {
  private Fetching() {}

  /// Pulls from the places of `--update` into the first folder of policies.
  static void update(Invocation invocation) throws UsageException, IOException {
    List<String> places = invocation.values().texts(ConftestFlags.UPDATE);
    if (!places.isEmpty()) {
      throw new IOException("--update is not wired yet");
    }
  }
}
