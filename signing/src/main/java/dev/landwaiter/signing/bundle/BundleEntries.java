package dev.landwaiter.signing.bundle;

import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.encoding.Base64Text;
import dev.landwaiter.signing.encoding.ProtoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads the log entries of a bundle (sigstore protobuf-specs, `TransparencyLogEntry`).
final class BundleEntries {
  private static final int MOST_ENTRIES = 32;
  private static final int MOST_HASHES = 64;
  private static final int HASH_SIZE = 32;

  private static final Set<String> ENTRY =
      Set.of(
          "logIndex",
          "logId",
          "kindVersion",
          "integratedTime",
          "inclusionPromise",
          "inclusionProof",
          "canonicalizedBody");
  private static final Set<String> PROOF =
      Set.of("logIndex", "rootHash", "treeSize", "hashes", "checkpoint");

  private BundleEntries() {}

  /// The entries of the verification material.
  ///
  /// @throws RefusedException with PARSE also when none of them carries what the form demands: a
  ///   promise in 0.1, a proof from 0.2 on
  static List<LogEntry> read(ProtoFields material, Evidence.Form form) throws RefusedException {
    List<Value> given = material.list("tlogEntries");
    if (given.size() > MOST_ENTRIES) {
      throw new RefusedException(
          FailureClass.LIMIT, material.where() + ": more than 32 log entries");
    }
    List<LogEntry> entries = new ArrayList<>();
    boolean one = given.isEmpty();
    for (Value each : given) {
      LogEntry entry =
          entry(ProtoFields.of(material.at("tlogEntries[" + entries.size() + "]"), each));
      entries.add(entry);
      one |= entry.counts(form);
    }
    if (!one) {
      throw material.wrong(
          form == Evidence.Form.BUNDLE_0_1
              ? "no log entry carries a promise of the log"
              : "no log entry carries a proof of its inclusion");
    }
    return entries;
  }

  /// One entry by itself.
  static LogEntry entry(ProtoFields entry) throws RefusedException {
    entry.only(ENTRY);
    Bytes body = required(entry, "canonicalizedBody", entry.bytes("canonicalizedBody"));
    Optional<ProtoFields> log = entry.fields("logId");
    Bytes logId = log.isPresent() ? log.get().only(Set.of("keyId")).bytes("keyId") : Bytes.EMPTY;
    required(entry, "logId", logId);
    ProtoFields kind =
        entry
            .fields("kindVersion")
            .orElseThrow(() -> entry.wrong("its kind is missing"))
            .only(Set.of("kind", "version"));
    if (kind.text("kind").isEmpty() || kind.text("version").isEmpty()) {
      throw kind.wrong("kind or version is missing");
    }
    Optional<ProtoFields> promised = entry.fields("inclusionPromise");
    Optional<Bytes> promise = Optional.empty();
    if (promised.isPresent()) {
      // An empty one is none: some writers leave the member there.
      promise =
          Optional.of(
                  promised.get().only(Set.of("signedEntryTimestamp")).bytes("signedEntryTimestamp"))
              .filter(set -> !set.isEmpty());
    }
    Optional<ProtoFields> proven = entry.fields("inclusionProof");
    Optional<InclusionProof> proof =
        proven.isPresent() ? Optional.of(proof(proven.get())) : Optional.empty();
    if (promise.isEmpty() && proof.isEmpty()) {
      throw entry.wrong("neither a promise nor a proof of inclusion is there");
    }
    return new LogEntry(
        natural(entry, "logIndex"),
        logId,
        kind.text("kind"),
        kind.text("version"),
        natural(entry, "integratedTime"),
        promise,
        proof,
        body);
  }

  private static InclusionProof proof(ProtoFields proof) throws RefusedException {
    proof.only(PROOF);
    List<Value> given = proof.list("hashes");
    if (given.size() > MOST_HASHES) {
      throw new RefusedException(
          FailureClass.LIMIT, proof.where() + ": more than 64 hashes in a proof");
    }
    List<Bytes> hashes = new ArrayList<>();
    for (Value each : given) {
      String at = proof.at("hashes[" + hashes.size() + "]");
      if (!(each instanceof StringValue text)) {
        throw new RefusedException(FailureClass.PARSE, at + ": a text was expected");
      }
      hashes.add(hash(proof, Base64Text.proto(at, text.text())));
    }
    Optional<ProtoFields> checkpoint = proof.fields("checkpoint");
    String note =
        checkpoint.isPresent() ? checkpoint.get().only(Set.of("envelope")).text("envelope") : "";
    if (note.isEmpty()) {
      throw proof.wrong("the proof has no checkpoint");
    }
    return new InclusionProof(
        natural(proof, "logIndex"),
        hash(proof, proof.bytes("rootHash")),
        natural(proof, "treeSize"),
        hashes,
        note);
  }

  private static Bytes hash(ProtoFields proof, Bytes hash) throws RefusedException {
    if (hash.size() != HASH_SIZE) {
      throw new RefusedException(
          FailureClass.PARSE,
          proof.where() + ": a hash of the wrong length",
          "32 bytes",
          hash.toString());
    }
    return hash;
  }

  private static long natural(ProtoFields fields, String name) throws RefusedException {
    long number = fields.number(name);
    if (number < 0) {
      throw new RefusedException(
          FailureClass.PARSE, fields.at(name) + ": negative", "0 or more", Long.toString(number));
    }
    return number;
  }

  private static Bytes required(ProtoFields fields, String name, Bytes value)
      throws RefusedException {
    if (value.isEmpty()) {
      throw fields.wrong("'" + name + "' is missing");
    }
    return value;
  }
}
