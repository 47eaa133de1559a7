package dev.landwaiter.cli.command.sign;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flags.CosignFlags;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.bundle.LogEntry;
import dev.landwaiter.signing.log.MerkleProof;
import dev.landwaiter.signing.service.client.RekorV1;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;

/// Entries of the log that `--rekor-url` names, for bundles that lack what only the log can give.
final class LoggedEntry {
  private LoggedEntry() {}

  /// The log.
  ///
  /// @throws UsageException when none is named
  static RekorV1 log(Invocation invocation) throws UsageException {
    String url = invocation.values().text(CosignFlags.REKOR_URL);
    if (url.isEmpty()) {
      throw new UsageException(
          "the log must be asked for a proof: add --rekor-url ADDRESS with the log of the entry");
    }
    try {
      return new RekorV1(SigningNetwork.of(invocation), new URI(url));
    } catch (URISyntaxException e) {
      throw new UsageException("--rekor-url: \"" + url + "\" is no address");
    }
  }

  /// The same entry with what the log says about it now.
  ///
  /// @throws RefusedException with LOG when the log answers another entry, or without a proof
  static LogEntry whole(RekorV1 log, LogEntry entry) throws IOException {
    LogEntry found = log.get(MerkleProof.leaf(entry.body()).toHex());
    if (!found.body().equals(entry.body()) || !found.logId().equals(entry.logId())) {
      throw new RefusedException(
          FailureClass.LOG,
          "the log answers another entry than the one that was asked for",
          entry.logId().toHex(),
          found.logId().toHex());
    }
    return proven(found);
  }

  static LogEntry proven(LogEntry entry) throws RefusedException {
    if (entry.proof().isEmpty()) {
      throw new RefusedException(FailureClass.LOG, "the log gives no proof for the entry");
    }
    return entry;
  }
}
