package dev.landwaiter.cli.command.db;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flags.GlobalFlags;

/// What needs a connection says so when none may be opened.
final class Online {
  private Online() {}

  static void require(Invocation invocation, String command) throws UsageException {
    if (invocation.values().flag(GlobalFlags.OFFLINE)) {
      throw new UsageException("--offline opens no connection, " + command + " needs one");
    }
  }
}
