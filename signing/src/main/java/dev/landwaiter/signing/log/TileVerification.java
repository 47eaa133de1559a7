package dev.landwaiter.signing.log;

import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.Window;
import dev.landwaiter.signing.bundle.Evidence;
import dev.landwaiter.signing.bundle.InclusionProof;
import dev.landwaiter.signing.bundle.LogEntry;
import dev.landwaiter.signing.trust.LogInstance;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Entries of Rekor v2: the body is rebuilt, index and checkpoint prove it, and nothing gives a
/// time.
final class TileVerification {
  private TileVerification() {}

  static LogVerdict verify(LogEntry entry, Logged logged, List<LogInstance> named)
      throws RefusedException {
    if (logged.form() == Evidence.Form.LEGACY) {
      throw LogVerifier.wrong("an entry of Rekor v2 in a form that is older than it");
    }
    if (entry.promise().isPresent()) {
      throw LogVerifier.wrong("an entry of Rekor v2 with a promise, which that log never makes");
    }
    if (logged.form() == Evidence.Form.BUNDLE_0_1) {
      return LogVerifier.uncounted("a bundle of version 0.1 needs the log's promise");
    }
    InclusionProof proof =
        entry.proof().orElseThrow(() -> LogVerifier.wrong("the log entry has no proof"));
    TileEntry.require(entry.body(), logged);
    SignedNote note = SignedNote.parse(proof.checkpoint());
    Checkpoint checkpoint = Checkpoint.parse(note.text());
    List<Window> windows = signed(note, checkpoint, named);
    new MerkleProof(entry.logIndex(), checkpoint.size(), proof.hashes())
        .require(MerkleProof.leaf(entry.body()), checkpoint.root());
    return new LogVerdict.Counted(
        entry.logId(), named.getFirst().baseUrl(), entry.logIndex(), Optional.empty(), windows);
  }

  /// The periods of the keys that signed the checkpoint; at least one did.
  private static List<Window> signed(
      SignedNote note, Checkpoint checkpoint, List<LogInstance> named) throws RefusedException {
    List<Window> windows = new ArrayList<>();
    Optional<RefusedException> first = Optional.empty();
    for (LogInstance log : named) {
      try {
        String host = host(log);
        if (!host.equals(checkpoint.origin())) {
          throw new RefusedException(
              FailureClass.LOG, "the checkpoint is of another log", host, checkpoint.origin());
        }
        note.requireSignedBy(NoteKey.of(host, log.key()));
        windows.add(log.validFor());
      } catch (RefusedException e) {
        first = first.isPresent() ? first : Optional.of(e);
      }
    }
    if (windows.isEmpty()) {
      throw first.orElseThrow();
    }
    return windows;
  }

  /// The name of a log of Rekor v2: the host in its address.
  private static String host(LogInstance log) throws RefusedException {
    try {
      String host = new URI(log.baseUrl()).getHost();
      if (host != null && !host.isEmpty()) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
      }
    } catch (URISyntaxException e) {
      // Told below.
    }
    throw LogVerifier.wrong(
        "the log "
            + log.id().toHex()
            + " is trusted without the address of a host, which Rekor v2 needs");
  }
}
