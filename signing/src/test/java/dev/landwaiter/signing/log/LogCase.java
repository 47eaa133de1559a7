package dev.landwaiter.signing.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.bundle.Evidence;
import dev.landwaiter.signing.bundle.LogEntry;
import dev.landwaiter.signing.trust.LogInstance;
import java.util.List;

/// Verdicts about entries of made logs.
abstract class LogCase {
  static final Evidence.Form NEWEST = Evidence.Form.BUNDLE_0_3;

  static LogVerdict.Counted counted(LogEntry entry, Logged logged, LogInstance... logs)
      throws RefusedException {
    LogVerdict verdict = LogVerifier.verify(entry, logged, List.of(logs));
    assertThat(verdict).isInstanceOf(LogVerdict.Counted.class);
    return (LogVerdict.Counted) verdict;
  }

  static void uncounted(LogEntry entry, Logged logged, LogInstance... logs)
      throws RefusedException {
    assertThat(LogVerifier.verify(entry, logged, List.of(logs)))
        .isInstanceOfSatisfying(
            LogVerdict.Uncounted.class,
            not -> assertThat(not.why().kind()).isEqualTo(FailureClass.LOG));
  }

  static void refused(FailureClass kind, LogEntry entry, Logged logged, LogInstance... logs) {
    assertThatThrownBy(() -> LogVerifier.verify(entry, logged, List.of(logs)))
        .isInstanceOfSatisfying(RefusedException.class, e -> assertThat(e.kind()).isEqualTo(kind));
  }

  /// A message in a log of the first version.
  record First(MadeLog log, Signed signed, LogEntry entry) {
    static First made() throws RefusedException {
      MadeLog log = MadeLog.promising("rekor.test");
      Signed signed = Signed.message("hello");
      return new First(log, signed, log.promised("hashedrekord", "0.0.1", signed.hashedRekord()));
    }

    Logged logged() {
      return signed.logged(NEWEST);
    }
  }

  /// A message in a log of the second version.
  record Second(MadeLog log, Signed signed, LogEntry entry) {
    static Second made() throws RefusedException {
      MadeLog log = MadeLog.tiles("tiles.test", "Ed25519");
      Signed signed = Signed.message("hello");
      return new Second(log, signed, log.tile(signed.tile()));
    }

    Logged logged() {
      return signed.logged(NEWEST);
    }
  }
}
