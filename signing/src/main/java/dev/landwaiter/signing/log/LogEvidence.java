package dev.landwaiter.signing.log;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.Refusal;
import dev.landwaiter.signing.TimeProof;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What all log entries of one signature prove together.
///
/// @param uncounted why the other entries count for nothing
public record LogEvidence(List<LogVerdict.Counted> counted, List<Refusal> uncounted) {
  public LogEvidence {
    counted = List.copyOf(counted);
    uncounted = List.copyOf(uncounted);
  }

  /// How many different logs hold an entry; this is what a threshold is compared with.
  public int distinctLogs() {
    Set<Bytes> logs = new HashSet<>();
    for (LogVerdict.Counted each : counted) {
      logs.add(each.logId());
    }
    return logs.size();
  }

  /// The earliest promised time of each log.
  public List<TimeProof.LogTime> times() {
    Map<Bytes, TimeProof.LogTime> earliest = new LinkedHashMap<>();
    for (LogVerdict.Counted each : counted) {
      if (each.time().isPresent()) {
        earliest.merge(
            each.logId(), each.time().get(), (a, b) -> b.time().isBefore(a.time()) ? b : a);
      }
    }
    return new ArrayList<>(earliest.values());
  }
}
