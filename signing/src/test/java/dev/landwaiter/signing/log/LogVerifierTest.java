package dev.landwaiter.signing.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.TimeProof;
import dev.landwaiter.signing.Window;
import dev.landwaiter.signing.bundle.Evidence;
import dev.landwaiter.signing.bundle.LogEntry;
import dev.landwaiter.signing.trust.LogInstance;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LogVerifierTest extends LogCase {
  @EnumSource
  @ParameterizedTest
  void thePromiseGivesATime(Evidence.Form form) throws RefusedException {
    First first = First.made();
    LogVerdict.Counted counted =
        counted(first.entry(), first.signed().logged(form), first.log().trusted());
    assertThat(counted.time())
        .hasValue(
            new TimeProof.LogTime(MadeLog.NOW, first.log().id(), "https://rekor.test:8443/log"));
    assertThat(counted.logId()).isEqualTo(first.log().id());
    assertThat(counted.logIndex()).isEqualTo(1002);
  }

  @CsvSource({
    "LEGACY,true,false,true",
    "LEGACY,false,true,false",
    "BUNDLE_0_1,true,false,true",
    "BUNDLE_0_1,false,true,false",
    "BUNDLE_0_2,true,false,false",
    "BUNDLE_0_2,false,true,true",
    "BUNDLE_0_3,true,false,false",
    "BUNDLE_0_3,false,true,true",
  })
  @ParameterizedTest
  void eachFormNeedsItsKindOfProof(
      Evidence.Form form, boolean promise, boolean proof, boolean counts) throws RefusedException {
    First first = First.made();
    LogEntry entry = first.entry();
    entry = promise ? entry : Entries.promise(entry, Optional.empty());
    entry = proof ? entry : Entries.proof(entry, Optional.empty());
    Logged logged = first.signed().logged(form);
    if (counts) {
      assertThat(counted(entry, logged, first.log().trusted()).time().isPresent())
          .isEqualTo(promise);
    } else {
      uncounted(entry, logged, first.log().trusted());
    }
  }

  /// GHSA-8gw7-4j42-w388.
  @EnumSource
  @ParameterizedTest
  void withoutAnyProofItIsNoEntry(Evidence.Form form) throws RefusedException {
    First first = First.made();
    LogEntry bare =
        Entries.proof(Entries.promise(first.entry(), Optional.empty()), Optional.empty());
    refused(FailureClass.PARSE, bare, first.signed().logged(form), first.log().trusted());
  }

  @Test
  void entriesOfUnknownLogsCountForNothing() throws RefusedException {
    First first = First.made();
    uncounted(first.entry(), first.logged());
    uncounted(first.entry(), first.logged(), MadeLog.promising("rekor.test").trusted());
    Second second = Second.made();
    uncounted(second.entry(), second.logged(), first.log().trusted());
  }

  /// A known id with another key: the promise fails, and so does the checkpoint.
  @Test
  void aLogIsItsKeyNotItsId() throws RefusedException {
    First first = First.made();
    LogInstance other = MadeLog.promising("rekor.test").trusted();
    LogInstance mixed =
        new LogInstance(other.baseUrl(), first.log().id(), other.key(), other.validFor());
    uncounted(
        Entries.proof(first.entry(), Optional.empty()),
        first.signed().logged(Evidence.Form.LEGACY),
        mixed);
    refused(FailureClass.LOG, first.entry(), first.logged(), mixed);
  }

  @Test
  void whatThePromiseCoversMayNotChange() throws RefusedException {
    First first = First.made();
    LogInstance log = first.log().trusted();
    uncounted(Entries.index(first.entry(), 1003), first.logged(), log);
    uncounted(Entries.time(first.entry(), first.entry().integratedTime() + 1), first.logged(), log);
    uncounted(Entries.time(first.entry(), 0), first.logged(), log);
    uncounted(Entries.promise(first.entry(), Optional.of(Bytes.EMPTY)), first.logged(), log);
  }

  @Test
  void aWrongProofIsARefusalEvenBesideAGoodPromise() throws RefusedException {
    First first = First.made();
    LogEntry entry = first.entry();
    LogInstance log = first.log().trusted();
    var proof = entry.proof().orElseThrow();
    List<Bytes> hashes = proof.hashes();
    for (Evidence.Form form : Evidence.Form.values()) {
      Logged logged = first.signed().logged(form);
      for (LogEntry each :
          List.of(
              Entries.hashes(entry, hashes.subList(1, hashes.size())),
              Entries.hashes(entry, hashes.subList(0, hashes.size() - 1)),
              Entries.hashes(entry, hashes.reversed()),
              Entries.hashes(entry, Collections.nCopies(3, hashes.getFirst())),
              Entries.hashes(entry, List.of()),
              Entries.place(entry, 1, 5, proof.rootHash()),
              Entries.place(entry, 1002, 5, proof.rootHash()),
              Entries.place(entry, 2, 6, proof.rootHash()),
              Entries.place(entry, 2, 4, proof.rootHash()),
              Entries.place(entry, 2, 0, proof.rootHash()),
              Entries.place(entry, 2, 5, Bytes.EMPTY),
              Entries.place(entry, 2, 5, hashes.getFirst()))) {
        refused(FailureClass.LOG, each, logged, log);
      }
    }
  }

  @Test
  void theCheckpointMustBeOfTheLogAndItsTree() throws RefusedException {
    First first = First.made();
    LogInstance log = first.log().trusted();
    Bytes root = first.entry().proof().orElseThrow().rootHash();
    MadeLog made = first.log();
    for (String checkpoint :
        List.of(
            made.checkpoint("rekor.test - 77", 6, root),
            made.checkpoint("rekor.test - 77", 5, MerkleProof.leaf(root)),
            made.checkpoint("other.test - 77", 5, root),
            made.checkpoint("rekor.test", 5, root),
            made.checkpoint("rekor.test - x", 5, root),
            MadeLog.promising("rekor.test").checkpoint("rekor.test - 77", 5, root),
            MadeLog.promising("other.test").checkpoint("other.test - 77", 5, root))) {
      refused(FailureClass.LOG, Entries.checkpoint(first.entry(), checkpoint), first.logged(), log);
    }
    counted(
        Entries.checkpoint(first.entry(), made.checkpoint("rekor.test - 78", 5, root)),
        first.logged(),
        log);
    String foreign = first.entry().proof().orElseThrow().checkpoint();
    foreign += MadeLog.tiles("witness.test", "Ed25519").line("witness.test", "x\n");
    counted(Entries.checkpoint(first.entry(), foreign), first.logged(), log);
    refused(FailureClass.PARSE, Entries.checkpoint(first.entry(), ""), first.logged(), log);
  }

  @Test
  void kindAndVersionMustBeThoseOfTheBody() throws RefusedException {
    First first = First.made();
    LogInstance log = first.log().trusted();
    for (List<String> each :
        List.of(
            List.of("hashedrekord", "0.0.2"),
            List.of("rekord", "0.0.1"),
            List.of("dsse", "0.0.1"),
            List.of("Hashedrekord", "0.0.1"))) {
      LogEntry entry = Entries.kind(first.entry(), each.getFirst(), each.getLast());
      refused(FailureClass.LOG, entry, first.logged(), log);
    }
    refused(FailureClass.PARSE, Entries.kind(first.entry(), "", ""), first.logged(), log);
    refused(
        FailureClass.PARSE,
        Entries.kind(first.entry(), "hashedrekord", ""),
        first.signed().logged(Evidence.Form.LEGACY),
        log);
    counted(Entries.kind(first.entry(), "", ""), first.signed().logged(Evidence.Form.LEGACY), log);
  }

  /// An entry that is half of the one version and half of the other satisfies neither.
  @Test
  void theVersionIsDecidedOnce() throws RefusedException {
    MadeLog log = MadeLog.promising("rekor.test");
    Signed signed = Signed.message("hello");
    Logged logged = signed.logged(NEWEST);
    // A body of the second version under a promise and a checkpoint of the first.
    LogEntry promised = log.promised("hashedrekord", "0.0.2", signed.tile());
    refused(FailureClass.LOG, promised, logged, log.trusted());
    refused(FailureClass.LOG, Entries.promise(promised, Optional.empty()), logged, log.trusted());
    // A body of the first version under a checkpoint of the second.
    LogEntry tile = Entries.kind(log.tile(signed.hashedRekord()), "hashedrekord", "0.0.1");
    refused(FailureClass.LOG, tile, logged, log.trusted());
    refused(FailureClass.LOG, log.withPromise(tile), logged, log.trusted());
    // The second version never promises.
    LogEntry good = log.tile(signed.tile());
    counted(good, logged, log.trusted());
    refused(FailureClass.LOG, log.withPromise(good), logged, log.trusted());
  }

  /// GHSA-wqqc-jjcq-vfxm: the period of the log's key counts on every path.
  @Test
  void thePeriodOfTheLogsKeyCounts() throws RefusedException {
    First first = First.made();
    Instant now = MadeLog.NOW;
    for (Evidence.Form form : Evidence.Form.values()) {
      Logged logged = first.signed().logged(form);
      counted(first.entry(), logged, first.log().trusted(window(now, now)));
      uncounted(first.entry(), logged, first.log().trusted(window(now.plusSeconds(1), null)));
      uncounted(
          first.entry(), logged, first.log().trusted(window(MadeLog.START, now.minusMillis(1))));
    }
    LogEntry proofOnly = Entries.promise(first.entry(), Optional.empty());
    uncounted(proofOnly, first.logged(), first.log().trusted(window(now.plusSeconds(1), null)));
    LogEntry timeless = Entries.time(proofOnly, 0);
    LogInstance ended = first.log().trusted(window(MadeLog.START, now));
    judgesTimes(counted(timeless, first.logged(), ended));
    Second second = Second.made();
    judgesTimes(
        counted(second.entry(), second.logged(), second.log().trusted(window(MadeLog.START, now))));
  }

  private static void judgesTimes(LogVerdict.Counted counted) {
    assertThat(counted.time()).isEmpty();
    assertThat(counted.keyGoodAt(MadeLog.START.minusMillis(1))).isFalse();
    assertThat(counted.keyGoodAt(MadeLog.START)).isTrue();
    assertThat(counted.keyGoodAt(MadeLog.NOW)).isTrue();
    assertThat(counted.keyGoodAt(MadeLog.NOW.plusMillis(1))).isFalse();
  }

  private static Window window(Instant start, @org.jspecify.annotations.Nullable Instant end) {
    return new Window(Optional.of(start), Optional.ofNullable(end));
  }

  @Test
  void anEndWithoutAStartIsAFaultOfTheRoot() throws RefusedException {
    First first = First.made();
    LogInstance log = first.log().trusted(new Window(Optional.empty(), Optional.of(MadeLog.NOW)));
    refused(FailureClass.TRUST_ROOT, first.entry(), first.logged(), log);
  }

  /// The same log with two periods: the one that holds the time counts, in any order.
  @Test
  void oneLogMayHaveSeveralPeriods() throws RefusedException {
    First first = First.made();
    LogInstance past = first.log().trusted(window(MadeLog.START, MadeLog.START));
    LogInstance present = first.log().trusted(window(MadeLog.NOW, null));
    for (List<LogInstance> logs : List.of(List.of(past, present), List.of(present, past))) {
      LogVerdict verdict = LogVerifier.verify(first.entry(), first.logged(), logs);
      assertThat(verdict)
          .isInstanceOfSatisfying(
              LogVerdict.Counted.class,
              e -> assertThat(e.keyWindows()).containsExactly(present.validFor()));
    }
    uncounted(first.entry(), first.logged(), past, past);
  }

  /// GHSA-9vcr-p3rj-q5q6 and GHSA-cq38-jh5f-37mq: thresholds count logs, duplicates are refused,
  /// lists are bounded.
  @Test
  void severalEntries() throws RefusedException {
    First first = First.made();
    Second second = Second.made();
    MadeLog log = first.log();
    LogEntry again =
        log.withPromise(
            Entries.time(Entries.index(first.entry(), 7), first.entry().integratedTime() - 60));
    List<LogInstance> logs = List.of(log.trusted(), second.log().trusted());
    LogEvidence evidence =
        LogVerifier.verifyAll(List.of(first.entry(), again), first.logged(), logs);
    assertThat(evidence.counted()).hasSize(2);
    assertThat(evidence.distinctLogs()).isEqualTo(1);
    assertThat(evidence.times())
        .extracting(TimeProof.LogTime::time)
        .containsExactly(MadeLog.NOW.minusSeconds(60));
    LogEvidence permuted =
        LogVerifier.verifyAll(List.of(again, first.entry()), first.logged(), logs);
    assertThat(permuted.times()).isEqualTo(evidence.times());

    LogEntry tile = second.log().tile(first.signed().tile());
    LogEntry foreign =
        MadeLog.promising("foreign.test")
            .promised("hashedrekord", "0.0.1", first.signed().hashedRekord());
    LogEvidence three =
        LogVerifier.verifyAll(List.of(foreign, tile, first.entry()), first.logged(), logs);
    assertThat(three.distinctLogs()).isEqualTo(2);
    assertThat(three.uncounted()).hasSize(1);

    LogEntry otherProof = Entries.promise(first.entry(), Optional.empty());
    refusedAll(FailureClass.LOG, List.of(first.entry(), otherProof), first.logged(), logs);
    refusedAll(FailureClass.LOG, List.of(foreign, foreign), first.logged(), logs);
    refusedAll(FailureClass.LIMIT, Collections.nCopies(33, tile), first.logged(), logs);
    // One wrong entry spoils the good one beside it.
    LogEntry wrong = Entries.hashes(Entries.index(again, 9), List.of());
    refusedAll(FailureClass.LOG, List.of(first.entry(), wrong), first.logged(), logs);
    assertThat(LogVerifier.verifyAll(List.of(), first.logged(), logs).distinctLogs()).isZero();
  }

  private static void refusedAll(
      FailureClass kind, List<LogEntry> entries, Logged logged, List<LogInstance> logs) {
    assertThatThrownBy(() -> LogVerifier.verifyAll(entries, logged, logs))
        .isInstanceOfSatisfying(RefusedException.class, e -> assertThat(e.kind()).isEqualTo(kind));
  }

  @Test
  void numbersOutOfRangeAreRefused() throws RefusedException {
    First first = First.made();
    LogInstance log = first.log().trusted();
    for (LogEntry each :
        List.of(
            Entries.index(first.entry(), -1),
            Entries.index(first.entry(), (1L << 53) + 1),
            Entries.time(first.entry(), -1),
            Entries.time(first.entry(), Long.MAX_VALUE),
            Entries.place(first.entry(), -1, 5, first.log().id()),
            Entries.hashes(first.entry(), List.of(Bytes.utf8("short"))),
            Entries.log(first.entry(), Bytes.EMPTY),
            Entries.body(first.entry(), Bytes.EMPTY))) {
      refused(FailureClass.PARSE, each, first.logged(), log);
    }
  }
}
