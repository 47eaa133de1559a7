package dev.landwaiter.signing.log;

import dev.landwaiter.base.value.Value;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.HashAlgorithm;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.VerificationKey;
import dev.landwaiter.signing.bundle.Envelope;
import dev.landwaiter.signing.bundle.Evidence;
import dev.landwaiter.signing.bundle.InclusionProof;
import dev.landwaiter.signing.bundle.LogEntry;
import dev.landwaiter.signing.encoding.Base64Text;
import dev.landwaiter.signing.encoding.ProtoFields;
import dev.landwaiter.signing.key.PublicKeys;
import dev.landwaiter.signing.trust.LogInstance;
import dev.landwaiter.signing.trust.file.TrustedRootReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The log entries of a recorded bundle and what they must be about, read with no rule of bundles
/// but those that the reading itself needs.
record Material(List<LogEntry> entries, Logged logged) {
  static final Path SHARED =
      Path.of(
              System.getenv()
                  .getOrDefault(
                      "LANDWAITER_SHARED", System.getProperty("landwaiter.root") + "/../shared"))
          .resolve("conformance");
  static final Path COSIGN = SHARED.resolve("cosign");

  LogEvidence verify(List<LogInstance> logs) throws RefusedException {
    return LogVerifier.verifyAll(entries, logged, logs);
  }

  static List<LogInstance> logs(Path root) throws IOException {
    return TrustedRootReader.read(root.toString(), bytes(root)).logs();
  }

  static Bytes bytes(Path file) throws IOException {
    return Bytes.of(Files.readAllBytes(file));
  }

  /// @param keys those that may have signed
  /// @param artifact what was signed, or else the digest that the bundle claims
  static Material read(Bytes text, List<VerificationKey> keys, Optional<Bytes> artifact)
      throws RefusedException {
    ProtoFields bundle = ProtoFields.parse("bundle", text);
    ProtoFields material = bundle.fields("verificationMaterial").orElseThrow(Material::absent);
    List<LogEntry> entries = new ArrayList<>();
    for (ProtoFields each : material.objects("tlogEntries")) {
      entries.add(entry(each));
    }
    Optional<ProtoFields> dsse = bundle.fields("dsseEnvelope");
    Bytes signature;
    Logged.Content content;
    if (dsse.isPresent()) {
      List<Envelope.Signature> signatures = new ArrayList<>();
      for (ProtoFields each : dsse.get().objects("signatures")) {
        signatures.add(new Envelope.Signature(each.bytes("sig"), each.text("keyid")));
      }
      signature = signatures.isEmpty() ? Bytes.EMPTY : signatures.getFirst().sig();
      content =
          new Logged.Content.Dsse(
              new Envelope(dsse.get().bytes("payload"), dsse.get().text("payloadType"), signatures),
              Optional.empty());
    } else {
      ProtoFields message = bundle.fields("messageSignature").orElseThrow(Material::absent);
      signature = message.bytes("signature");
      content =
          artifact.isPresent() ? new Logged.Content.Message(artifact.get()) : claimed(message);
    }
    return new Material(
        entries,
        new Logged(form(bundle.text("mediaType")), signature, signer(material, keys), content));
  }

  private static RefusedException absent() {
    return new RefusedException(FailureClass.PARSE, "a part of the bundle is missing");
  }

  private static Logged.Content claimed(ProtoFields message) throws RefusedException {
    ProtoFields digest = message.fields("messageDigest").orElseThrow(Material::absent);
    return new Logged.Content.Digests(
        Map.of(
            HashAlgorithm.named(digest.text("algorithm")).orElseThrow(Material::absent),
            digest.bytes("digest")));
  }

  private static Evidence.Form form(String mediaType) {
    return switch (mediaType) {
      case "application/vnd.dev.sigstore.bundle+json;version=0.1" -> Evidence.Form.BUNDLE_0_1;
      case "application/vnd.dev.sigstore.bundle+json;version=0.2" -> Evidence.Form.BUNDLE_0_2;
      default -> Evidence.Form.BUNDLE_0_3;
    };
  }

  private static Logged.Signer signer(ProtoFields material, List<VerificationKey> keys)
      throws RefusedException {
    Optional<ProtoFields> hint = material.fields("publicKey");
    if (hint.isPresent()) {
      String text = hint.get().text("hint");
      return new Logged.Signer.Key(
          keys.stream()
              .filter(each -> keys.size() == 1 || each.id().toBase64().equals(text))
              .findFirst()
              .orElseThrow(Material::absent));
    }
    Optional<ProtoFields> single = material.fields("certificate");
    return certificate(
        single.isPresent()
            ? single.get().bytes("rawBytes")
            : material
                .fields("x509CertificateChain")
                .orElseThrow(Material::absent)
                .objects("certificates")
                .stream()
                .findFirst()
                .orElseThrow(Material::absent)
                .bytes("rawBytes"));
  }

  static Logged.Signer certificate(Bytes der) throws RefusedException {
    try {
      var certificate =
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(der.toArray()));
      return new Logged.Signer.Certificate(
          der, PublicKeys.spki("certificate", Bytes.of(certificate.getPublicKey().getEncoded())));
    } catch (CertificateException e) {
      throw absent();
    }
  }

  private static LogEntry entry(ProtoFields entry) throws RefusedException {
    Optional<ProtoFields> kind = entry.fields("kindVersion");
    Optional<ProtoFields> promise = entry.fields("inclusionPromise");
    Optional<ProtoFields> proof = entry.fields("inclusionProof");
    return new LogEntry(
        entry.number("logIndex"),
        entry.fields("logId").orElseThrow(Material::absent).bytes("keyId"),
        kind.isPresent() ? kind.get().text("kind") : "",
        kind.isPresent() ? kind.get().text("version") : "",
        entry.number("integratedTime"),
        promise.isPresent()
            ? Optional.of(promise.get().bytes("signedEntryTimestamp"))
            : Optional.empty(),
        proof.isPresent() ? Optional.of(proof(proof.get())) : Optional.empty(),
        entry.bytes("canonicalizedBody"));
  }

  private static InclusionProof proof(ProtoFields proof) throws RefusedException {
    List<Bytes> hashes = new ArrayList<>();
    for (Value each : proof.list("hashes")) {
      hashes.add(Base64Text.proto("hash", ((dev.landwaiter.base.value.StringValue) each).text()));
    }
    Optional<ProtoFields> checkpoint = proof.fields("checkpoint");
    return new InclusionProof(
        proof.number("logIndex"),
        proof.bytes("rootHash"),
        proof.number("treeSize"),
        hashes,
        checkpoint.isPresent() ? checkpoint.get().text("envelope") : "");
  }

  /// All public keys of the recordings.
  static List<VerificationKey> keys() throws IOException {
    List<VerificationKey> keys = new ArrayList<>();
    for (String folder : List.of("keys", "keys/pem")) {
      try (var files = Files.list(COSIGN.resolve(folder))) {
        for (Path each : files.sorted().toList()) {
          if (each.toString().endsWith(".pub")) {
            try {
              keys.add(PublicKeys.pem(each.toString(), bytes(each)));
            } catch (RefusedException e) {
              // Bad on purpose.
            }
          }
        }
      }
    }
    return keys;
  }
}
