package dev.landwaiter.signing.bundle;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.encoding.Base64Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One layer of a `.sig` or `.att` image of cosign 1 and 2: its blob and what its annotations say.
public final class LegacyLayer {
  public static final String SIGNATURE = "dev.cosignproject.cosign/signature";
  public static final String CERTIFICATE = "dev.sigstore.cosign/certificate";
  public static final String CHAIN = "dev.sigstore.cosign/chain";
  public static final String BUNDLE = "dev.sigstore.cosign/bundle";
  public static final String TIMESTAMP = "dev.sigstore.cosign/rfc3161timestamp";
  public static final String CERTIFICATE_TIMESTAMP = "dev.sigstore.cosign/sct";

  private LegacyLayer() {}

  /// A layer that holds the payload of a signature.
  ///
  /// @param where for messages and reports, such as the digest of the layer
  /// @param blob exactly as it came
  /// @throws RefusedException with PARSE, LIMIT or LOG
  public static Evidence signature(String where, Map<String, String> annotations, Bytes blob)
      throws RefusedException {
    Bytes signature =
        Base64Text.file(where + ": the signature", annotations.getOrDefault(SIGNATURE, ""));
    if (signature.isEmpty()) {
      throw new RefusedException(FailureClass.PARSE, where + ": the layer carries no signature");
    }
    return evidence(where, annotations, new Evidence.Signed.Payload(blob), signature);
  }

  /// A layer that holds the envelope of an attestation.
  public static Evidence attestation(String where, Map<String, String> annotations, Bytes blob)
      throws RefusedException {
    Envelope envelope = DsseReader.read(where, blob);
    return evidence(
        where,
        annotations,
        new Evidence.Signed.Dsse(envelope, blob),
        DsseReader.only(where, envelope).sig());
  }

  private static Evidence evidence(
      String where, Map<String, String> annotations, Evidence.Signed signed, Bytes signature)
      throws RefusedException {
    String sct = annotations.getOrDefault(CERTIFICATE_TIMESTAMP, "");
    return new Evidence(
        where,
        Evidence.Form.LEGACY,
        signer(where, annotations),
        signed,
        signature,
        entries(where, annotations),
        timestamps(where, annotations),
        sct.isEmpty() ? Optional.empty() : Optional.of(Bytes.utf8(sct)));
  }

  private static Evidence.Signer signer(String where, Map<String, String> annotations)
      throws RefusedException {
    String certificate = annotations.getOrDefault(CERTIFICATE, "");
    if (certificate.isEmpty()) {
      return new Evidence.Signer.Key("");
    }
    Evidence.Signer signer = LegacyParts.signer(where + ": the certificate", certificate);
    String chain = annotations.getOrDefault(CHAIN, "").strip();
    return signer instanceof Evidence.Signer.Certificate(Bytes leaf, List<Bytes> none)
            && none.isEmpty()
            && !chain.isEmpty()
        ? new Evidence.Signer.Certificate(
            leaf, LegacyParts.intermediates(where + ": the chain", chain))
        : signer;
  }

  private static List<LogEntry> entries(String where, Map<String, String> annotations)
      throws RefusedException {
    String json = annotations.getOrDefault(BUNDLE, "");
    return json.isEmpty() || json.equals("null")
        ? List.of()
        : List.of(LegacyParts.entry(where + ": the log entry", Bytes.utf8(json)));
  }

  private static List<Bytes> timestamps(String where, Map<String, String> annotations)
      throws RefusedException {
    String json = annotations.getOrDefault(TIMESTAMP, "");
    return json.isEmpty() || json.equals("null")
        ? List.of()
        : List.of(LegacyParts.timestamp(where + ": the timestamp", Bytes.utf8(json)));
  }
}
