package dev.landwaiter.signing.bundle;

import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.HashAlgorithm;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.Relaxation;
import dev.landwaiter.signing.encoding.Base64Text;
import dev.landwaiter.signing.encoding.ProtoFields;
import dev.landwaiter.signing.encoding.StrictJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads Sigstore bundles 0.1 to 0.3 (sigstore protobuf-specs, `Bundle`). Whatever the format
/// demands is demanded here; what is trusted is not decided here.
public final class BundleReader {
  private static final int MOST_TIMESTAMPS = 32;
  private static final int LARGEST_TIMESTAMP = 1 << 20;
  private static final int MOST_CERTIFICATES = 32;

  private static final Set<String> BUNDLE =
      Set.of("mediaType", "verificationMaterial", "messageSignature", "dsseEnvelope");
  private static final Set<String> MATERIAL =
      Set.of(
          "publicKey",
          "x509CertificateChain",
          "certificate",
          "tlogEntries",
          "timestampVerificationData");

  private BundleReader() {}

  /// Reads one bundle by all rules.
  ///
  /// @param where the name of the text, for messages and reports
  /// @throws RefusedException with PARSE or LIMIT
  public static Evidence read(String where, Bytes text) throws RefusedException {
    return read(where, StrictJson.parse(where, text), Set.of());
  }

  /// Reads one bundle.
  ///
  /// @param relaxed of these only [Relaxation#CERTIFICATE_CHAIN_ALLOWED] means something here
  public static Evidence read(String where, Bytes text, Set<Relaxation> relaxed)
      throws RefusedException {
    return read(where, StrictJson.parse(where, text), relaxed);
  }

  /// Whether a JSON value means to be a bundle, by its media type.
  static boolean means(Value value) {
    return value instanceof ObjectValue object
        && (object.get("mediaType").isPresent()
            || object.get("media_type").isPresent()
            || object.get("verificationMaterial").isPresent()
            || object.get("verification_material").isPresent());
  }

  static Evidence read(String where, Value value, Set<Relaxation> relaxed) throws RefusedException {
    ProtoFields bundle = ProtoFields.of(where, value);
    Evidence.Form form = BundleForm.of(where, bundle.text("mediaType"));
    bundle.only(BUNDLE);
    ProtoFields material =
        bundle
            .fields("verificationMaterial")
            .orElseThrow(() -> bundle.wrong("the verification material is missing"))
            .only(MATERIAL);
    boolean chain =
        form != Evidence.Form.BUNDLE_0_3 || relaxed.contains(Relaxation.CERTIFICATE_CHAIN_ALLOWED);
    Evidence.Signer signer = signer(material, chain);
    List<LogEntry> entries = BundleEntries.read(material, form);
    List<Bytes> timestamps = timestamps(material);
    Optional<ProtoFields> message = bundle.fields("messageSignature");
    Optional<ProtoFields> envelope = bundle.fields("dsseEnvelope");
    if (message.isPresent() == envelope.isPresent()) {
      throw bundle.wrong("exactly one of messageSignature and dsseEnvelope must be there");
    }
    Evidence.Signed signed;
    Bytes signature;
    if (message.isPresent()) {
      ProtoFields fields = message.get().only(Set.of("messageDigest", "signature"));
      signed = new Evidence.Signed.Artifact(digest(fields));
      signature = fields.bytes("signature");
      if (signature.isEmpty()) {
        throw fields.wrong("the signature is missing");
      }
    } else {
      Envelope read = DsseReader.inBundle(envelope.get());
      signed = new Evidence.Signed.Dsse(read, Bytes.EMPTY);
      signature = read.signatures().getFirst().sig();
    }
    return new Evidence(
        where, form, signer, signed, signature, entries, timestamps, Optional.empty());
  }

  private static Evidence.Signer signer(ProtoFields material, boolean chainAllowed)
      throws RefusedException {
    Optional<ProtoFields> key = material.fields("publicKey");
    Optional<ProtoFields> chain = material.fields("x509CertificateChain");
    Optional<ProtoFields> certificate = material.fields("certificate");
    int given =
        (key.isPresent() ? 1 : 0) + (chain.isPresent() ? 1 : 0) + (certificate.isPresent() ? 1 : 0);
    if (given != 1) {
      throw material.wrong(
          "exactly one of publicKey, x509CertificateChain and certificate must be there");
    }
    if (key.isPresent()) {
      return new Evidence.Signer.Key(key.get().only(Set.of("hint")).text("hint"));
    }
    if (certificate.isPresent()) {
      return new Evidence.Signer.Certificate(raw(certificate.get()), List.of());
    }
    if (!chainAllowed) {
      throw material.wrong("a bundle of version 0.3 must not hold a certificate chain");
    }
    List<Bytes> certificates = new ArrayList<>();
    for (ProtoFields each :
        chain.orElseThrow().only(Set.of("certificates")).objects("certificates")) {
      certificates.add(raw(each));
    }
    if (certificates.isEmpty()) {
      throw material.wrong("the certificate chain is empty");
    }
    if (certificates.size() > MOST_CERTIFICATES) {
      throw new RefusedException(
          FailureClass.LIMIT, material.where() + ": more than 32 certificates");
    }
    for (int i = 1; i < certificates.size(); i++) {
      if (CertificateNames.selfIssued(certificates.get(i))) {
        throw material.wrong("the certificate chain holds a root certificate");
      }
    }
    return new Evidence.Signer.Certificate(
        certificates.getFirst(), certificates.subList(1, certificates.size()));
  }

  private static Bytes raw(ProtoFields certificate) throws RefusedException {
    Bytes raw = certificate.only(Set.of("rawBytes")).bytes("rawBytes");
    if (raw.isEmpty()) {
      throw certificate.wrong("the certificate is empty");
    }
    return raw;
  }

  private static List<Bytes> timestamps(ProtoFields material) throws RefusedException {
    Optional<ProtoFields> data = material.fields("timestampVerificationData");
    if (data.isEmpty()) {
      return List.of();
    }
    ProtoFields given = data.get().only(Set.of("rfc3161Timestamps"));
    List<Bytes> all = new ArrayList<>();
    for (ProtoFields each : given.objects("rfc3161Timestamps")) {
      // Bundles that were put together by hand have lines as files have them.
      String lines = each.only(Set.of("signedTimestamp")).text("signedTimestamp");
      Bytes response =
          Base64Text.proto(each.at("signedTimestamp"), lines.replace("\r", "").replace("\n", ""));
      if (response.isEmpty()) {
        throw each.wrong("the timestamp is empty");
      }
      if (response.size() > LARGEST_TIMESTAMP) {
        throw new RefusedException(
            FailureClass.LIMIT, each.where() + ": a timestamp of more than 1 MiB");
      }
      all.add(response);
    }
    if (all.size() > MOST_TIMESTAMPS) {
      throw new RefusedException(FailureClass.LIMIT, given.where() + ": more than 32 timestamps");
    }
    return all;
  }

  /// The digest that the bundle claims. An empty object is what cosign writes for a pure Ed25519
  /// signature; that nothing else may be signed so, the verifier sees to.
  private static Optional<Evidence.ClaimedDigest> digest(ProtoFields message)
      throws RefusedException {
    ProtoFields given =
        message
            .fields("messageDigest")
            .orElseThrow(() -> message.wrong("the digest of the message is missing"))
            .only(Set.of("algorithm", "digest"));
    Bytes digest = given.bytes("digest");
    Optional<Value> algorithm = given.member("algorithm");
    if (algorithm.isEmpty() && digest.isEmpty()) {
      return Optional.empty();
    }
    HashAlgorithm known = algorithm(given);
    if (digest.size() != known.size()) {
      throw new RefusedException(
          FailureClass.PARSE,
          given.where() + ": a digest of the wrong length",
          known.size() + " bytes",
          digest.toString());
    }
    return Optional.of(new Evidence.ClaimedDigest(known.name(), digest));
  }

  private static HashAlgorithm algorithm(ProtoFields digest) throws RefusedException {
    Value given = digest.member("algorithm").orElseThrow(() -> digest.wrong("no hash algorithm"));
    if (given instanceof StringValue text) {
      return HashAlgorithm.named(text.text())
          .orElseThrow(
              () -> digest.wrong("the hash algorithm '" + text.text() + "' is not supported"));
    }
    long number = digest.number("algorithm");
    for (HashAlgorithm each : HashAlgorithm.values()) {
      if (each.number() == number) {
        return each;
      }
    }
    throw digest.wrong("the hash algorithm " + number + " is not supported");
  }
}
