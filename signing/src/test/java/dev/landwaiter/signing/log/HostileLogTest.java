package dev.landwaiter.signing.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.bundle.Evidence;
import dev.landwaiter.signing.bundle.LogEntry;
import dev.landwaiter.signing.trust.LogInstance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Any single bit of what a log signed or proves, changed: the entry does not count, and nothing
/// but a refusal comes of it.
class HostileLogTest {
  private static boolean counts(LogEntry entry, Logged logged, LogInstance log) {
    try {
      return LogVerifier.verify(entry, logged, List.of(log)) instanceof LogVerdict.Counted;
    } catch (RefusedException e) {
      return false;
    }
  }

  @Test
  void promises() throws RefusedException {
    MadeLog log = MadeLog.promising("rekor.test");
    Signed signed = Signed.message("hello");
    LogEntry entry =
        Entries.proof(
            log.promised("hashedrekord", "0.0.1", signed.hashedRekord()), Optional.empty());
    Logged logged = signed.logged(Evidence.Form.LEGACY);
    LogInstance trusted = log.trusted();
    assertThat(counts(entry, logged, trusted)).isTrue();
    Bytes promise = entry.promise().orElseThrow();
    for (Bytes each : Entries.flips(promise)) {
      assertThat(counts(Entries.promise(entry, Optional.of(each)), logged, trusted)).isFalse();
    }
    for (int length = 0; length < promise.size(); length++) {
      Bytes cut = promise.slice(0, length);
      assertThat(counts(Entries.promise(entry, Optional.of(cut)), logged, trusted)).isFalse();
    }
    for (Bytes each : Entries.flips(entry.body())) {
      assertThat(counts(Entries.body(entry, each), logged, trusted)).isFalse();
    }
    for (Bytes each : Entries.flips(entry.logId())) {
      assertThat(counts(Entries.log(entry, each), logged, trusted)).isFalse();
    }
    for (int bit = 0; bit < 63; bit++) {
      assertThat(counts(Entries.index(entry, entry.logIndex() ^ (1L << bit)), logged, trusted))
          .isFalse();
      assertThat(counts(Entries.time(entry, entry.integratedTime() ^ (1L << bit)), logged, trusted))
          .isFalse();
    }
  }

  @Test
  void proofsOfTheFirstVersion() throws RefusedException {
    MadeLog log = MadeLog.promising("rekor.test");
    Signed signed = Signed.statement();
    LogEntry entry =
        Entries.promise(log.promised("dsse", "0.0.1", signed.dsse()), Optional.empty());
    flipsOfTheProof(entry, signed.logged(Evidence.Form.BUNDLE_0_2), log.trusted());
  }

  @Test
  void proofsOfTheSecondVersion() throws RefusedException {
    MadeLog log = MadeLog.tiles("tiles.test", "Ed25519");
    Signed signed = Signed.statement();
    flipsOfTheProof(
        log.tile(signed.tile()), signed.logged(Evidence.Form.BUNDLE_0_3), log.trusted());
  }

  private static void flipsOfTheProof(LogEntry entry, Logged logged, LogInstance trusted) {
    assertThat(counts(entry, logged, trusted)).isTrue();
    for (Bytes each : Entries.flips(entry.body())) {
      assertThat(counts(Entries.body(entry, each), logged, trusted)).isFalse();
    }
    for (int length = 0; length < entry.body().size(); length++) {
      LogEntry cut = Entries.body(entry, entry.body().slice(0, length));
      assertThat(counts(cut, logged, trusted)).isFalse();
    }
    List<Bytes> hashes = entry.proof().orElseThrow().hashes();
    for (int i = 0; i < hashes.size(); i++) {
      for (Bytes each : Entries.flips(hashes.get(i))) {
        List<Bytes> changed = new ArrayList<>(hashes);
        changed.set(i, each);
        assertThat(counts(Entries.hashes(entry, changed), logged, trusted)).isFalse();
      }
    }
    String checkpoint = entry.proof().orElseThrow().checkpoint();
    for (String each : Entries.flips(checkpoint)) {
      assertThat(counts(Entries.checkpoint(entry, each), logged, trusted)).as(each).isFalse();
    }
    for (int length = 0; length < checkpoint.length(); length++) {
      LogEntry cut = Entries.checkpoint(entry, checkpoint.substring(0, length));
      assertThat(counts(cut, logged, trusted)).isFalse();
    }
  }

  @Test
  void signaturesContentsAndSignersOfTheMaterial() throws RefusedException {
    MadeLog first = MadeLog.promising("rekor.test");
    MadeLog second = MadeLog.tiles("tiles.test", "Ed25519");
    Signed signed = Signed.message("hello");
    List<LogInstance> logs = List.of(first.trusted(), second.trusted());
    List<LogEntry> entries =
        List.of(
            first.promised("hashedrekord", "0.0.1", signed.hashedRekord()),
            second.tile(signed.tile()));
    for (int i = 0; i < 2; i++) {
      for (Bytes each : Entries.flips(signed.signature())) {
        Signed changed = new Signed(signed.key(), each, signed.message(), signed.envelope());
        assertThat(counts(entries.get(i), changed.logged(Evidence.Form.BUNDLE_0_3), logs.get(i)))
            .isFalse();
      }
      for (Bytes each : Entries.flips(signed.message())) {
        Signed changed = new Signed(signed.key(), signed.signature(), each, signed.envelope());
        assertThat(counts(entries.get(i), changed.logged(Evidence.Form.BUNDLE_0_3), logs.get(i)))
            .isFalse();
      }
    }
  }
}
