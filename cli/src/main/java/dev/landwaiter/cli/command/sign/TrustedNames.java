package dev.landwaiter.cli.command.sign;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.trust.LogInstance;
import dev.landwaiter.signing.trust.TrustedRoot;
import java.util.List;

/// Ids of logs, with the address behind them that a trusted root knows.
record TrustedNames(TrustedRoot root) {
  String log(Bytes id) {
    return named(id, root.logs());
  }

  String certificateLog(Bytes id) {
    return named(id, root.certificateLogs());
  }

  private static String named(Bytes id, List<LogInstance> logs) {
    for (LogInstance each : logs) {
      if (each.id().equals(id) && !each.baseUrl().isEmpty()) {
        return id.toHex() + " (" + each.baseUrl() + ")";
      }
    }
    return id.toHex();
  }
}
