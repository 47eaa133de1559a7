package dev.landwaiter.signing.bundle;

import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.encoding.Base64Text;
import dev.landwaiter.signing.encoding.StrictJson;
import java.util.List;
import java.util.Optional;

/// The bundle that cosign 1 and 2 wrote for files: `{"base64Signature", "cert", "rekorBundle"}`. A
/// public key in `cert` is only a claim that must equal the caller's key.
public final class LegacyBundle {
  private LegacyBundle() {}

  /// Reads one; where the signature is itself a DSSE envelope, the envelope is what was signed.
  ///
  /// @throws RefusedException with PARSE or LIMIT
  public static Evidence read(String where, Bytes text) throws RefusedException {
    return read(where, StrictJson.parse(where, text));
  }

  static boolean means(Value value) {
    return value instanceof ObjectValue object && object.get("base64Signature").isPresent();
  }

  static Evidence read(String where, Value value) throws RefusedException {
    ObjectValue bundle = LegacyParts.object(where, value);
    Bytes signature =
        Base64Text.strict(
            where + ".base64Signature", LegacyParts.text(where, bundle, "base64Signature"));
    String cert = LegacyParts.text(where, bundle, "cert");
    Evidence.Signer signer =
        cert.isEmpty() ? new Evidence.Signer.Key("") : LegacyParts.signer(where + ".cert", cert);
    Value entry = bundle.get("rekorBundle").orElse(NullValue.NULL);
    List<LogEntry> entries =
        entry instanceof NullValue
            ? List.of()
            : List.of(LegacyParts.entry(where + ".rekorBundle", entry));
    return of(where, signer, signature, entries, List.of());
  }

  /// The evidence of a file's signature from its pieces, as `--signature`, `--certificate` and
  /// their kin name them.
  ///
  /// @param signature the raw bytes, or a DSSE envelope in JSON
  public static Evidence of(
      String where,
      Evidence.Signer signer,
      Bytes signature,
      List<LogEntry> entries,
      List<Bytes> timestamps)
      throws RefusedException {
    if (signature.isEmpty()) {
      throw LegacyParts.wrong(where, "the signature is missing");
    }
    // No DER signature, and no other that we check, begins with a brace and is JSON.
    boolean envelope = signature.at(0) == '{' && signature.at(signature.size() - 1) == '}';
    if (!envelope) {
      return new Evidence(
          where,
          Evidence.Form.LEGACY,
          signer,
          new Evidence.Signed.Artifact(Optional.empty()),
          signature,
          entries,
          timestamps,
          Optional.empty());
    }
    return attestation(where, signer, signature, entries, timestamps);
  }

  /// The evidence of an attestation from its envelope.
  ///
  /// @param envelope its JSON
  public static Evidence attestation(
      String where,
      Evidence.Signer signer,
      Bytes envelope,
      List<LogEntry> entries,
      List<Bytes> timestamps)
      throws RefusedException {
    Envelope read = DsseReader.read(where, envelope);
    return new Evidence(
        where,
        Evidence.Form.LEGACY,
        signer,
        new Evidence.Signed.Dsse(read, envelope),
        DsseReader.only(where, read).sig(),
        entries,
        timestamps,
        Optional.empty());
  }
}
