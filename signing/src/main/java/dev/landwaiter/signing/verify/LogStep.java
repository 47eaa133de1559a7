package dev.landwaiter.signing.verify;

import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.TimeProof;
import dev.landwaiter.signing.Window;
import dev.landwaiter.signing.bundle.LogEntry;
import dev.landwaiter.signing.log.LogEvidence;
import dev.landwaiter.signing.log.LogVerdict;
import dev.landwaiter.signing.log.LogVerifier;
import dev.landwaiter.signing.trust.LogInstance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Whether enough transparency logs hold the signature (step 5).
final class LogStep {
  private LogStep() {}

  /// @param least so many distinct logs; not 0
  /// @param validity of the certificate or key
  /// @throws RefusedException with LOG, or with TIME for a time of integration outside the validity
  static LogEvidence require(Material material, List<LogInstance> logs, int least, Window validity)
      throws RefusedException {
    List<LogEntry> entries = material.evidence().entries();
    LogEvidence found = LogVerifier.verifyAll(entries, material.logged(), logs);
    enough(found, found.counted(), least);
    for (LogEntry entry : entries) {
      // A time without a promise proves nothing, but a false one tells that something is wrong.
      if (entry.integratedTime() != 0 && counts(found, entry)) {
        Instant time = Instant.ofEpochSecond(entry.integratedTime());
        if (!validity.contains(time)) {
          throw new RefusedException(
              FailureClass.TIME,
              "the log took the entry in when certificate or key were not valid",
              validity.toString(),
              time.toString());
        }
      }
    }
    return found;
  }

  /// Requires that enough logs remain when the keys of those that gave no time are judged at the
  /// times that are known from elsewhere.
  static List<LogVerdict.Counted> inTime(LogEvidence found, List<TimeProof> times, int least)
      throws RefusedException {
    List<LogVerdict.Counted> good = new ArrayList<>();
    for (LogVerdict.Counted each : found.counted()) {
      boolean inTime = true;
      for (TimeProof proof : times) {
        inTime &= each.time().isPresent() || each.keyGoodAt(proof.time());
      }
      if (inTime) {
        good.add(each);
      }
    }
    if (good.size() < found.counted().size()) {
      enough(found, good, least);
    }
    return good;
  }

  private static boolean counts(LogEvidence found, LogEntry entry) {
    for (LogVerdict.Counted each : found.counted()) {
      if (each.logIndex() == entry.logIndex() && each.logId().equals(entry.logId())) {
        return true;
      }
    }
    return false;
  }

  private static void enough(LogEvidence found, List<LogVerdict.Counted> counted, int least)
      throws RefusedException {
    Set<Object> logs = new HashSet<>();
    for (LogVerdict.Counted each : counted) {
      logs.add(each.logId());
    }
    if (logs.size() >= least) {
      return;
    }
    String why;
    if (!found.uncounted().isEmpty()) {
      why = found.uncounted().getFirst().message();
    } else if (counted.size() < found.counted().size()) {
      why = "the log's key was not good at the time of signing";
    } else {
      why = "there are no more entries";
    }
    throw new RefusedException(
        FailureClass.LOG,
        "too few transparency logs hold the signature: " + why,
        Integer.toString(least),
        Integer.toString(logs.size()));
  }
}
