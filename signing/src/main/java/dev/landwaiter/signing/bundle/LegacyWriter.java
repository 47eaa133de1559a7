package dev.landwaiter.signing.bundle;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.encoding.JsonMembers;
import dev.landwaiter.signing.encoding.Pem;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Writes what cosign 1 and 2 put beside a signature.
public final class LegacyWriter {
  private static final String CERTIFICATE = "CERTIFICATE";

  private LegacyWriter() {}

  /// The annotations of the layer of a signature or an attestation. Of several log entries and
  /// timestamps there is room for the first only.
  public static Map<String, String> annotations(Evidence evidence) {
    Map<String, String> all = new TreeMap<>();
    boolean attestation = evidence.signed() instanceof Evidence.Signed.Dsse;
    // The signature of an attestation is in its envelope.
    all.put(LegacyLayer.SIGNATURE, attestation ? "" : evidence.signature().toBase64());
    if (evidence.signer() instanceof Evidence.Signer.Certificate(Bytes leaf, List<Bytes> above)) {
      all.put(LegacyLayer.CERTIFICATE, new Pem(CERTIFICATE, leaf).text());
      all.put(LegacyLayer.CHAIN, pem(above));
    }
    if (!evidence.entries().isEmpty()) {
      all.put(LegacyLayer.BUNDLE, entry(evidence.entries().getFirst()).compact().toText());
    }
    if (!evidence.timestamps().isEmpty()) {
      all.put(LegacyLayer.TIMESTAMP, timestamp(evidence.timestamps().getFirst()).toText());
    }
    return all;
  }

  /// Certificates in PEM, one after another; empty for none.
  public static String pem(List<Bytes> certificates) {
    var text = new StringBuilder();
    certificates.forEach(each -> text.append(new Pem(CERTIFICATE, each).text()));
    return text.toString();
  }

  /// A timestamp as a file holds it: `{"SignedRFC3161Timestamp":…}`.
  public static Bytes timestamp(Bytes response) {
    return new JsonMembers().with("SignedRFC3161Timestamp", response).compact();
  }

  /// A log entry: `{"SignedEntryTimestamp":…,"Payload":{…}}`.
  public static JsonMembers entry(LogEntry entry) {
    return new JsonMembers()
        .with("SignedEntryTimestamp", entry.promise().orElse(Bytes.EMPTY))
        .with(
            "Payload",
            new JsonMembers()
                .with("body", entry.body())
                .with("integratedTime", entry.integratedTime())
                .with("logIndex", entry.logIndex())
                .with("logID", entry.logId().toHex()));
  }

  /// The bundle of a file's signature.
  ///
  /// @param signature the raw bytes, or the text of an envelope
  /// @param verifier certificate or public key in PEM
  public static Bytes bundle(Bytes signature, String verifier, List<LogEntry> entries) {
    JsonMembers bundle =
        new JsonMembers().with("base64Signature", signature).with("cert", Bytes.utf8(verifier));
    if (!entries.isEmpty()) {
      bundle.with("rekorBundle", entry(entries.getFirst()));
    }
    return bundle.compact();
  }
}
