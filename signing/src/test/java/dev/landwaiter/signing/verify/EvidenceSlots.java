package dev.landwaiter.signing.verify;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.bundle.Envelope;
import dev.landwaiter.signing.bundle.Evidence;
import dev.landwaiter.signing.bundle.InclusionProof;
import dev.landwaiter.signing.bundle.LogEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The places in evidence where bytes stand, each with a way to put others there.
final class EvidenceSlots {
  private final Evidence evidence;
  private final List<Slot> slots = new ArrayList<>();

  /// @param with the evidence with other bytes in this place
  record Slot(String name, Bytes bytes, Function<Bytes, Evidence> with) {}

  private EvidenceSlots(Evidence evidence) {
    this.evidence = evidence;
  }

  static List<Slot> of(Evidence evidence) {
    var all = new EvidenceSlots(evidence);
    all.collect();
    return all.slots;
  }

  private void collect() {
    add(
        "signature",
        evidence.signature(),
        each -> make(evidence.signer(), evidence.signed(), each));
    if (evidence.signer() instanceof Evidence.Signer.Certificate(Bytes leaf, List<Bytes> between)) {
      add(
          "certificate",
          leaf,
          each ->
              make(
                  new Evidence.Signer.Certificate(each, between),
                  evidence.signed(),
                  evidence.signature()));
    }
    if (evidence.signer() instanceof Evidence.Signer.ClaimedKey(Bytes spki)) {
      add(
          "key",
          spki,
          each ->
              make(new Evidence.Signer.ClaimedKey(each), evidence.signed(), evidence.signature()));
    }
    switch (evidence.signed()) {
      case Evidence.Signed.Artifact(Optional<Evidence.ClaimedDigest> claimed) ->
          claimed.ifPresent(this::digest);
      case Evidence.Signed.Payload(Bytes payload) ->
          add("payload", payload, each -> signed(new Evidence.Signed.Payload(each)));
      case Evidence.Signed.Dsse(Envelope envelope, Bytes text) -> {
        add(
            "payload",
            envelope.payload(),
            each ->
                signed(
                    new Evidence.Signed.Dsse(
                        new Envelope(each, envelope.payloadType(), envelope.signatures()), text)));
        add(
            "payloadType",
            Bytes.utf8(envelope.payloadType()),
            each ->
                signed(
                    new Evidence.Signed.Dsse(
                        new Envelope(envelope.payload(), each.toText(), envelope.signatures()),
                        text)));
      }
    }
    for (int i = 0; i < evidence.timestamps().size(); i++) {
      int at = i;
      add("timestamp", evidence.timestamps().get(i), each -> timestamp(at, each));
    }
    for (int i = 0; i < evidence.entries().size(); i++) {
      collect(i, evidence.entries().get(i));
    }
  }

  private void digest(Evidence.ClaimedDigest claimed) {
    add(
        "digest",
        claimed.digest(),
        each ->
            signed(
                new Evidence.Signed.Artifact(
                    Optional.of(new Evidence.ClaimedDigest(claimed.algorithm(), each)))));
  }

  private void collect(int at, LogEntry entry) {
    add("body", entry.body(), each -> entry(at, entry, entry.promise(), entry.proof(), each));
    add(
        "logId",
        entry.logId(),
        each ->
            entry(
                at,
                new LogEntry(
                    entry.logIndex(),
                    each,
                    entry.kind(),
                    entry.version(),
                    entry.integratedTime(),
                    entry.promise(),
                    entry.proof(),
                    entry.body())));
    if (entry.promise().isPresent()) {
      add(
          "promise",
          entry.promise().get(),
          each -> entry(at, entry, Optional.of(each), entry.proof(), entry.body()));
      add(
          "logIndex",
          number(entry.logIndex()),
          each -> entry(at, numbers(entry, number(each), entry.integratedTime())));
      add(
          "integratedTime",
          number(entry.integratedTime()),
          each -> entry(at, numbers(entry, entry.logIndex(), number(each))));
    }
    entry.proof().ifPresent(proof -> proof(at, entry, proof));
  }

  private void proof(int at, LogEntry entry, InclusionProof proof) {
    for (int i = 0; i < proof.hashes().size(); i++) {
      int place = i;
      add(
          "hash",
          proof.hashes().get(i),
          each -> {
            List<Bytes> hashes = new ArrayList<>(proof.hashes());
            hashes.set(place, each);
            return proof(at, entry, hashes, proof.rootHash(), proof.checkpoint());
          });
    }
    add(
        "checkpoint",
        Bytes.utf8(proof.checkpoint()),
        each -> proof(at, entry, proof.hashes(), proof.rootHash(), each.toText()));
    if (entry.version().equals("0.0.1")) {
      add(
          "rootHash",
          proof.rootHash(),
          each -> proof(at, entry, proof.hashes(), each, proof.checkpoint()));
    } else {
      // Of version 2 the outer index is the one that is proven.
      add(
          "logIndex",
          number(entry.logIndex()),
          each -> entry(at, numbers(entry, number(each), entry.integratedTime())));
    }
  }

  private void add(String name, Bytes bytes, Function<Bytes, Evidence> with) {
    slots.add(new Slot(name, bytes, with));
  }

  private Evidence proof(
      int at, LogEntry entry, List<Bytes> hashes, Bytes root, String checkpoint) {
    InclusionProof old = entry.proof().orElseThrow();
    var proof = new InclusionProof(old.logIndex(), root, old.treeSize(), hashes, checkpoint);
    return entry(at, entry, entry.promise(), Optional.of(proof), entry.body());
  }

  private Evidence entry(
      int at, LogEntry entry, Optional<Bytes> promise, Optional<InclusionProof> proof, Bytes body) {
    return entry(
        at,
        new LogEntry(
            entry.logIndex(),
            entry.logId(),
            entry.kind(),
            entry.version(),
            entry.integratedTime(),
            promise,
            proof,
            body));
  }

  private static LogEntry numbers(LogEntry entry, long index, long time) {
    return new LogEntry(
        index,
        entry.logId(),
        entry.kind(),
        entry.version(),
        time,
        entry.promise(),
        entry.proof(),
        entry.body());
  }

  private Evidence entry(int at, LogEntry entry) {
    List<LogEntry> entries = new ArrayList<>(evidence.entries());
    entries.set(at, entry);
    return new Evidence(
        evidence.origin(),
        evidence.form(),
        evidence.signer(),
        evidence.signed(),
        evidence.signature(),
        entries,
        evidence.timestamps(),
        evidence.certificateTimestamp());
  }

  private Evidence timestamp(int at, Bytes other) {
    List<Bytes> timestamps = new ArrayList<>(evidence.timestamps());
    timestamps.set(at, other);
    return new Evidence(
        evidence.origin(),
        evidence.form(),
        evidence.signer(),
        evidence.signed(),
        evidence.signature(),
        evidence.entries(),
        timestamps,
        evidence.certificateTimestamp());
  }

  private Evidence signed(Evidence.Signed signed) {
    return make(evidence.signer(), signed, evidence.signature());
  }

  private Evidence make(Evidence.Signer signer, Evidence.Signed signed, Bytes signature) {
    return new Evidence(
        evidence.origin(),
        evidence.form(),
        signer,
        signed,
        signature,
        evidence.entries(),
        evidence.timestamps(),
        evidence.certificateTimestamp());
  }

  private static Bytes number(long number) {
    return Bytes.hex("%016x".formatted(number));
  }

  private static long number(Bytes bytes) {
    return Long.parseUnsignedLong(bytes.toHex(), 16);
  }
}
