package dev.landwaiter.signing.log;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.Refusal;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.bundle.Evidence;
import dev.landwaiter.signing.bundle.InclusionProof;
import dev.landwaiter.signing.bundle.LogEntry;
import dev.landwaiter.signing.trust.LogInstance;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Verifies entries of transparency logs: that the log holds them, and that they are about one
/// signature (Rekor v1 and v2).
///
/// Whether a time in an entry fits the signer's certificate is for the caller to ask: times are
/// handed on, or stand in [LogEntry#integratedTime()].
public final class LogVerifier {
  private static final int MOST_ENTRIES = 32;
  // 9999-12-31T23:59:59Z
  private static final long LAST_SECOND = 253_402_300_799L;

  private LogVerifier() {}

  /// Verifies all entries of one signature.
  ///
  /// @param logs the trusted ones
  /// @throws RefusedException with LIMIT for more than 32 entries; with LOG when one is there
  ///   twice; else as [#verify(LogEntry, Logged, List)]
  public static LogEvidence verifyAll(List<LogEntry> entries, Logged logged, List<LogInstance> logs)
      throws RefusedException {
    if (entries.size() > MOST_ENTRIES) {
      throw new RefusedException(
          FailureClass.LIMIT, "%d log entries, more than 32".formatted(entries.size()));
    }
    record Place(Bytes log, long index) {}
    Set<Place> seen = new HashSet<>();
    List<LogVerdict.Counted> counted = new ArrayList<>();
    List<Refusal> uncounted = new ArrayList<>();
    for (LogEntry entry : entries) {
      if (!seen.add(new Place(entry.logId(), entry.logIndex()))) {
        throw wrong("log entry %d is there twice".formatted(entry.logIndex()));
      }
    }
    for (LogEntry entry : entries) {
      switch (verify(entry, logged, logs)) {
        case LogVerdict.Counted good -> counted.add(good);
        case LogVerdict.Uncounted not -> uncounted.add(not.why());
      }
    }
    return new LogEvidence(counted, uncounted);
  }

  /// Verifies one entry.
  ///
  /// @param logs the trusted ones; an entry of another one counts for nothing
  /// @throws RefusedException with PARSE for a broken structure; with LOG for a wrong proof or
  ///   checkpoint and for an entry about something else; with TRUST_ROOT for a log whose key has an
  ///   end of validity without a start
  public static LogVerdict verify(LogEntry entry, Logged logged, List<LogInstance> logs)
      throws RefusedException {
    structure(entry, logged.form());
    List<LogInstance> named = named(entry, logs);
    if (named.isEmpty()) {
      return uncounted("the log " + entry.logId().toHex() + " is not trusted");
    }
    String kind = EntryBody.kind(entry.body());
    if (!entry.kind().isEmpty() && !kind.equals(entry.kind() + " " + entry.version())) {
      throw new RefusedException(
          FailureClass.LOG,
          "the log entry says to be of another kind than its body",
          kind,
          entry.kind() + " " + entry.version());
    }
    // One decision, on which body, checkpoint and index depend alike.
    return kind.equals("hashedrekord 0.0.2")
        ? TileVerification.verify(entry, logged, named)
        : PromisedVerification.verify(entry, logged, named);
  }

  private static void structure(LogEntry entry, Evidence.Form form) throws RefusedException {
    boolean legacy = form == Evidence.Form.LEGACY;
    require(!entry.body().isEmpty(), "no body");
    require(!entry.logId().isEmpty(), "no log id");
    require(legacy || !(entry.kind().isEmpty() || entry.version().isEmpty()), "no kind or version");
    require(entry.kind().isEmpty() == entry.version().isEmpty(), "no kind or version");
    require(entry.logIndex() >= 0, "a negative index");
    require(
        entry.integratedTime() >= 0 && entry.integratedTime() <= LAST_SECOND,
        "a time before 1970 or after 9999");
    require(entry.promise().isPresent() || entry.proof().isPresent(), "neither promise nor proof");
    if (entry.proof().isPresent()) {
      InclusionProof proof = entry.proof().get();
      require(proof.logIndex() >= 0, "a negative index in its proof");
      require(legacy || !proof.checkpoint().isEmpty(), "a proof without a checkpoint");
      for (Bytes hash : proof.hashes()) {
        require(hash.size() == 32, "a hash of %d bytes in its proof".formatted(hash.size()));
      }
    }
  }

  private static void require(boolean good, String what) throws RefusedException {
    if (!good) {
      throw new RefusedException(FailureClass.PARSE, "the log entry has " + what);
    }
  }

  private static List<LogInstance> named(LogEntry entry, List<LogInstance> logs)
      throws RefusedException {
    List<LogInstance> named = new ArrayList<>();
    for (LogInstance log : logs) {
      if (log.id().equals(entry.logId())) {
        if (log.validFor().start().isEmpty() && log.validFor().end().isPresent()) {
          throw new RefusedException(
              FailureClass.TRUST_ROOT, "the key of the log " + log.baseUrl() + " has no start");
        }
        named.add(log);
      }
    }
    return named;
  }

  static LogVerdict uncounted(String why) {
    return new LogVerdict.Uncounted(Refusal.of(FailureClass.LOG, why));
  }

  static RefusedException wrong(String why) {
    return new RefusedException(FailureClass.LOG, why);
  }
}
