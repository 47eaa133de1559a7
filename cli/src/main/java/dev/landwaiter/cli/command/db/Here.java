package dev.landwaiter.cli.command.db;

import dev.landwaiter.cli.command.CacheFolder;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.command.network.RegistryAccess;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.scan.update.Meter;
import dev.landwaiter.scan.update.Surroundings;

/// Surroundings of what stays on this machine.
final class Here {
  private Here() {}

  static Surroundings surroundings(Invocation invocation) throws UsageException {
    return new Surroundings(
        CacheFolder.of(invocation),
        RegistryAccess.waiting(invocation),
        invocation.log()::info,
        Meter.SILENT);
  }
}
