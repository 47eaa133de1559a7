package dev.landwaiter.signing.log;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.Refusal;
import dev.landwaiter.signing.TimeProof;
import dev.landwaiter.signing.Window;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What became of one entry that is not wrong.
public sealed interface LogVerdict {
  /// The entry is in a trusted log and is about the signature.
  ///
  /// @param logId the log's id; a threshold counts different ones
  /// @param logUrl the log's address, or empty
  /// @param logIndex as the entry names it
  /// @param time where the log promised it
  /// @param keyWindows when the keys that vouch for the entry were good; one of them suffices
  record Counted(
      Bytes logId,
      String logUrl,
      long logIndex,
      Optional<TimeProof.LogTime> time,
      List<Window> keyWindows)
      implements LogVerdict {
    public Counted {
      keyWindows = List.copyOf(keyWindows);
    }

    /// Whether the log's key was good at that time. A proof says nothing about time: whoever knows
    /// the time of signing from elsewhere asks this.
    public boolean keyGoodAt(Instant time) {
      for (Window window : keyWindows) {
        if (window.contains(time)) {
          return true;
        }
      }
      return false;
    }
  }

  /// The entry counts for nothing: its log is not known, or the log's promise is wrong.
  record Uncounted(Refusal why) implements LogVerdict {}
}
