package dev.landwaiter.signing.verify;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.HashAlgorithm;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.VerificationKey;
import dev.landwaiter.signing.bundle.Evidence;
import dev.landwaiter.signing.certificate.SigningCertificate;
import dev.landwaiter.signing.log.Logged;
import java.util.Map;
import java.util.Optional;

/// One candidate whose kind fits what is asked for: the key to verify with is settled, and it is
/// either the caller's or that of a certificate which the later steps judge.
///
/// @param certificate the signer's, where identities are asked for
record Material(
    Evidence evidence,
    Artifact artifact,
    VerificationKey key,
    Optional<SigningCertificate> certificate) {

  /// Settles the key (step 4).
  ///
  /// @throws RefusedException with IDENTITY where the material is of another kind
  static Material of(Evidence evidence, Artifact artifact, Requirements.Signer wanted)
      throws RefusedException {
    return switch (wanted) {
      case Requirements.Signer.Key trusted -> {
        same(evidence, trusted.key());
        yield new Material(evidence, artifact, trusted.key(), Optional.empty());
      }
      case Requirements.Signer.Identities identities -> {
        SigningCertificate certificate = certificate(evidence);
        yield new Material(evidence, artifact, certificate.key(), Optional.of(certificate));
      }
    };
  }

  /// Requires that whatever the material says about its key is the caller's key.
  private static void same(Evidence evidence, VerificationKey key) throws RefusedException {
    Bytes claimed =
        switch (evidence.signer()) {
          case Evidence.Signer.Key hint -> key.spki();
          case Evidence.Signer.ClaimedKey carried -> carried.spki();
          case Evidence.Signer.Certificate certificate -> {
            if (evidence.form() != Evidence.Form.LEGACY) {
              throw new RefusedException(
                  FailureClass.IDENTITY,
                  "the bundle is signed with a certificate, but a key is asked for",
                  "a public key",
                  "a certificate");
            }
            yield certificate(evidence).spki();
          }
        };
    if (!claimed.equals(key.spki())) {
      throw new RefusedException(
          FailureClass.IDENTITY,
          "the material names another key than the one that is asked for",
          "sha256:" + key.id().toHex(),
          "sha256:" + claimed.sha256().toHex());
    }
  }

  private static SigningCertificate certificate(Evidence evidence) throws RefusedException {
    if (evidence.signer() instanceof Evidence.Signer.Certificate given) {
      return SigningCertificate.parse("the certificate", given.leaf());
    }
    throw new RefusedException(
        FailureClass.IDENTITY,
        "the material has no certificate, but identities are asked for",
        "a certificate",
        "a public key");
  }

  /// What an entry of a log must be about. A file is bound by the digest that its bundle claims;
  /// that the claim is true, the step about the subject requires. Where it is not and the signature
  /// is over the file all the same, the file binds, so that the false claim is what gets named.
  Logged logged() throws RefusedException {
    Logged.Signer signer =
        evidence.signer() instanceof Evidence.Signer.Certificate given
            ? new Logged.Signer.Certificate(given.leaf(), key)
            : new Logged.Signer.Key(key);
    Logged.Content content =
        switch (evidence.signed()) {
          case Evidence.Signed.Payload(Bytes payload) -> new Logged.Content.Message(payload);
          case Evidence.Signed.Dsse dsse ->
              new Logged.Content.Dsse(
                  dsse.envelope(),
                  dsse.text().isEmpty() ? Optional.empty() : Optional.of(dsse.text()));
          case Evidence.Signed.Artifact file -> file(file.claimed());
        };
    return new Logged(evidence.form(), evidence.signature(), signer, content);
  }

  private Logged.Content file(Optional<Evidence.ClaimedDigest> claimed) throws RefusedException {
    if (claimed.isPresent()) {
      Optional<HashAlgorithm> algorithm = HashAlgorithm.named(claimed.get().algorithm());
      if (algorithm.isPresent()) {
        Bytes digest = claimed.get().digest();
        boolean same = artifact.digest(algorithm.get()).equals(Optional.of(digest));
        if (same || !SignatureStep.overArtifact(artifact, key, evidence.signature())) {
          return new Logged.Content.Digests(Map.of(algorithm.get(), digest));
        }
      }
    }
    return switch (artifact) {
      case Artifact.Blob(Bytes content) -> new Logged.Content.Message(content);
      case Artifact.Digests(Map<HashAlgorithm, Bytes> digests) ->
          new Logged.Content.Digests(digests);
      case Artifact.Image image ->
          new Logged.Content.Digests(
              image
                  .digest(HashAlgorithm.SHA2_256)
                  .map(digest -> Map.of(HashAlgorithm.SHA2_256, digest))
                  .orElse(Map.of()));
    };
  }
}
