package dev.landwaiter.signing.log;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.bundle.InclusionProof;
import dev.landwaiter.signing.bundle.LogEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Log entries with one thing changed.
final class Entries {
  private Entries() {}

  static LogEntry index(LogEntry e, long index) {
    return new LogEntry(
        index,
        e.logId(),
        e.kind(),
        e.version(),
        e.integratedTime(),
        e.promise(),
        e.proof(),
        e.body());
  }

  static LogEntry log(LogEntry e, Bytes id) {
    return new LogEntry(
        e.logIndex(),
        id,
        e.kind(),
        e.version(),
        e.integratedTime(),
        e.promise(),
        e.proof(),
        e.body());
  }

  static LogEntry kind(LogEntry e, String kind, String version) {
    return new LogEntry(
        e.logIndex(),
        e.logId(),
        kind,
        version,
        e.integratedTime(),
        e.promise(),
        e.proof(),
        e.body());
  }

  static LogEntry time(LogEntry e, long time) {
    return new LogEntry(
        e.logIndex(), e.logId(), e.kind(), e.version(), time, e.promise(), e.proof(), e.body());
  }

  static LogEntry promise(LogEntry e, Optional<Bytes> promise) {
    return new LogEntry(
        e.logIndex(),
        e.logId(),
        e.kind(),
        e.version(),
        e.integratedTime(),
        promise,
        e.proof(),
        e.body());
  }

  static LogEntry proof(LogEntry e, Optional<InclusionProof> proof) {
    return new LogEntry(
        e.logIndex(),
        e.logId(),
        e.kind(),
        e.version(),
        e.integratedTime(),
        e.promise(),
        proof,
        e.body());
  }

  static LogEntry body(LogEntry e, Bytes body) {
    return new LogEntry(
        e.logIndex(),
        e.logId(),
        e.kind(),
        e.version(),
        e.integratedTime(),
        e.promise(),
        e.proof(),
        body);
  }

  static LogEntry checkpoint(LogEntry e, String checkpoint) {
    InclusionProof p = e.proof().orElseThrow();
    return proof(
        e,
        Optional.of(
            new InclusionProof(p.logIndex(), p.rootHash(), p.treeSize(), p.hashes(), checkpoint)));
  }

  static LogEntry hashes(LogEntry e, List<Bytes> hashes) {
    InclusionProof p = e.proof().orElseThrow();
    return proof(
        e,
        Optional.of(
            new InclusionProof(p.logIndex(), p.rootHash(), p.treeSize(), hashes, p.checkpoint())));
  }

  static LogEntry place(LogEntry e, long index, long size, Bytes root) {
    InclusionProof p = e.proof().orElseThrow();
    return proof(e, Optional.of(new InclusionProof(index, root, size, p.hashes(), p.checkpoint())));
  }

  /// The bytes with each of their bits changed in turn.
  static List<Bytes> flips(Bytes content) {
    List<Bytes> all = new ArrayList<>();
    for (int bit = 0; bit < content.size() * 8; bit++) {
      byte[] changed = content.toArray();
      changed[bit / 8] ^= (byte) (1 << (bit % 8));
      all.add(Bytes.of(changed));
    }
    return all;
  }

  /// The text with each bit of its UTF-8 changed in turn, where that is still UTF-8.
  static List<String> flips(String text) {
    List<String> all = new ArrayList<>();
    for (Bytes each : flips(Bytes.utf8(text))) {
      if (Bytes.utf8(each.toText()).equals(each)) {
        all.add(each.toText());
      }
    }
    return all;
  }
}
