package dev.landwaiter.signing.log;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.TimeProof;
import dev.landwaiter.signing.Window;
import dev.landwaiter.signing.bundle.Evidence;
import dev.landwaiter.signing.bundle.InclusionProof;
import dev.landwaiter.signing.bundle.LogEntry;
import dev.landwaiter.signing.trust.LogInstance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Entries of Rekor v1: a promise with a time, a proof, or both. What is there must be right.
final class PromisedVerification {
  private PromisedVerification() {}

  static LogVerdict verify(LogEntry entry, Logged logged, List<LogInstance> named)
      throws RefusedException {
    new EntryBinding(logged).require(EntryBody.parse(entry.body()));
    List<LogInstance> vouching = entry.proof().isPresent() ? proven(entry, named) : named;
    boolean old =
        logged.form() == Evidence.Form.LEGACY || logged.form() == Evidence.Form.BUNDLE_0_1;
    if (old && entry.promise().isEmpty()) {
      return LogVerifier.uncounted("the log entry has no promise, which its form needs");
    }
    if (!old && entry.proof().isEmpty()) {
      return LogVerifier.uncounted("the log entry has no inclusion proof, which its form needs");
    }
    if (entry.promise().isPresent()) {
      List<LogInstance> promising = promising(entry, entry.promise().get(), vouching);
      if (promising.isEmpty()) {
        return LogVerifier.uncounted("the log's promise (signed entry timestamp) is wrong");
      }
      vouching = promising;
    }
    if (entry.promise().isPresent() || entry.integratedTime() != 0) {
      Instant time = Instant.ofEpochSecond(entry.integratedTime());
      List<LogInstance> good = goodAt(time, vouching);
      if (good.isEmpty() || entry.integratedTime() == 0) {
        return LogVerifier.uncounted(
            "the log's key was not good at the time of the entry, %s, but %s"
                .formatted(time, vouching.getFirst().validFor()));
      }
      vouching = good;
    }
    return counted(entry, vouching);
  }

  private static LogVerdict counted(LogEntry entry, List<LogInstance> vouching) {
    String url = vouching.getFirst().baseUrl();
    Optional<TimeProof.LogTime> time =
        entry
            .promise()
            .map(promise ->
                new TimeProof.LogTime(
                    Instant.ofEpochSecond(entry.integratedTime()), entry.logId(), url));
    List<Window> windows = new ArrayList<>();
    for (LogInstance log : vouching) {
      windows.add(log.validFor());
    }
    return new LogVerdict.Counted(entry.logId(), url, entry.logIndex(), time, windows);
  }

  private static List<LogInstance> promising(LogEntry entry, Bytes promise, List<LogInstance> logs)
      throws RefusedException {
    Bytes signed = SignedEntryTimestamp.signedBytes(entry);
    List<LogInstance> promising = new ArrayList<>();
    for (LogInstance log : logs) {
      if (SignedEntryTimestamp.verifies(log.key(), signed, promise)) {
        promising.add(log);
      }
    }
    return promising;
  }

  private static List<LogInstance> goodAt(Instant time, List<LogInstance> logs) {
    List<LogInstance> good = new ArrayList<>();
    for (LogInstance log : logs) {
      if (log.validFor().contains(time)) {
        good.add(log);
      }
    }
    return good;
  }

  /// The logs that signed the checkpoint under which the entry is proven.
  private static List<LogInstance> proven(LogEntry entry, List<LogInstance> named)
      throws RefusedException {
    InclusionProof proof = entry.proof().orElseThrow();
    // The place in its own tree; the index in the whole log is another number.
    new MerkleProof(proof.logIndex(), proof.treeSize(), proof.hashes())
        .require(MerkleProof.leaf(entry.body()), proof.rootHash());
    if (proof.checkpoint().isEmpty()) {
      throw new RefusedException(FailureClass.LOG, "the inclusion proof has no checkpoint");
    }
    SignedNote note = SignedNote.parse(proof.checkpoint());
    Checkpoint checkpoint = Checkpoint.parse(note.text());
    String host = checkpoint.hostOfTree();
    if (host.isEmpty()) {
      throw LogVerifier.wrong(
          "the checkpoint's origin '%s' is not one of Rekor v1".formatted(checkpoint.origin()));
    }
    if (checkpoint.size() != proof.treeSize() || !checkpoint.root().equals(proof.rootHash())) {
      throw new RefusedException(
          FailureClass.LOG,
          "the checkpoint is about another tree than the inclusion proof",
          "%d %s".formatted(proof.treeSize(), proof.rootHash().toHex()),
          "%d %s".formatted(checkpoint.size(), checkpoint.root().toHex()));
    }
    List<LogInstance> signing = new ArrayList<>();
    Optional<RefusedException> first = Optional.empty();
    for (LogInstance log : named) {
      try {
        note.requireSignedBy(NoteKey.of(host, log.key()));
        signing.add(log);
      } catch (RefusedException e) {
        first = first.isPresent() ? first : Optional.of(e);
      }
    }
    if (signing.isEmpty()) {
      throw first.orElseThrow();
    }
    return signing;
  }
}
