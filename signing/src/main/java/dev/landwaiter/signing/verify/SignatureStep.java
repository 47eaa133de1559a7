package dev.landwaiter.signing.verify;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.HashAlgorithm;
import dev.landwaiter.signing.PublicKeyDetails;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.VerificationKey;
import dev.landwaiter.signing.bundle.Evidence;
import dev.landwaiter.signing.key.SignatureCheck;
import java.util.Map;
import java.util.Optional;

/// Whether the signature itself is right (step 12).
final class SignatureStep {
  private SignatureStep() {}

  /// @throws RefusedException with SIGNATURE; with SUBJECT for a good signature over another file
  static void require(Material material) throws RefusedException {
    VerificationKey key = material.key();
    Bytes signature = material.evidence().signature();
    named(material.evidence());
    boolean right =
        switch (material.evidence().signed()) {
          case Evidence.Signed.Payload(Bytes payload) ->
              SignatureCheck.anyOf(key, payload, signature);
          case Evidence.Signed.Dsse dsse ->
              SignatureCheck.anyOf(key, dsse.envelope().preAuthentication(), signature);
          case Evidence.Signed.Artifact file -> {
            boolean good = overArtifact(material.artifact(), key, signature);
            if (!good && file.claimed().isPresent()) {
              another(material, file.claimed().get());
            }
            yield good;
          }
        };
    if (!right) {
      throw new RefusedException(
          FailureClass.SIGNATURE,
          "the signature is wrong: " + what(material) + " was changed, or another key signed it",
          "a signature by the key sha256:" + key.id().toHex(),
          "none");
    }
  }

  /// Where bundle and envelope both name the key, they must name the same. A name proves nothing,
  /// but two that differ tell that the pieces do not belong together.
  private static void named(Evidence evidence) throws RefusedException {
    if (evidence.signer() instanceof Evidence.Signer.Key(String hint)
        && evidence.signed() instanceof Evidence.Signed.Dsse dsse
        && !dsse.envelope().signatures().isEmpty()) {
      String keyId = dsse.envelope().signatures().getFirst().keyId();
      if (!hint.isEmpty() && !keyId.isEmpty() && !hint.equals(keyId)) {
        throw new RefusedException(
            FailureClass.SIGNATURE, "the envelope names another key than the bundle", hint, keyId);
      }
    }
  }

  private static String what(Material material) {
    return switch (material.evidence().signed()) {
      case Evidence.Signed.Payload payload -> "the payload";
      case Evidence.Signed.Dsse dsse -> "the envelope";
      case Evidence.Signed.Artifact file -> "the file";
    };
  }

  /// Whether it is a signature over the artifact.
  static boolean overArtifact(Artifact artifact, VerificationKey key, Bytes signature)
      throws RefusedException {
    return switch (artifact) {
      case Artifact.Blob(Bytes content) -> SignatureCheck.anyOf(key, content, signature);
      case Artifact.Image image ->
          SignatureCheck.anyOfOverDigest(key, HashAlgorithm.SHA2_256, sha256(image), signature);
      case Artifact.Digests(Map<HashAlgorithm, Bytes> digests) ->
          overDigests(digests, key, signature);
    };
  }

  private static Bytes sha256(Artifact.Image image) throws RefusedException {
    return image
        .digest(HashAlgorithm.SHA2_256)
        .orElseThrow(() ->
            new RefusedException(
                FailureClass.SIGNATURE, "the image is not known by its sha256 digest"));
  }

  private static boolean overDigests(
      Map<HashAlgorithm, Bytes> digests, VerificationKey key, Bytes signature)
      throws RefusedException {
    Optional<RefusedException> why = Optional.empty();
    boolean tried = false;
    for (HashAlgorithm each : HashAlgorithm.values()) {
      Bytes digest = digests.get(each);
      if (digest != null) {
        try {
          if (SignatureCheck.anyOfOverDigest(key, each, digest, signature)) {
            return true;
          }
          tried = true;
        } catch (RefusedException e) {
          why = Optional.of(e);
        }
      }
    }
    if (!tried && why.isPresent()) {
      throw why.get();
    }
    return false;
  }

  /// Tells a good signature over another file from a wrong one.
  private static void another(Material material, Evidence.ClaimedDigest claimed)
      throws RefusedException {
    Optional<HashAlgorithm> algorithm = HashAlgorithm.named(claimed.algorithm());
    boolean pure = material.key().details().scheme() == PublicKeyDetails.Scheme.ED25519;
    if (algorithm.isEmpty() || (pure && algorithm.get() != HashAlgorithm.SHA2_512)) {
      return;
    }
    boolean same =
        material.artifact().digest(algorithm.get()).equals(Optional.of(claimed.digest()));
    if (!same && overClaim(material, algorithm.get(), claimed.digest())) {
      throw new RefusedException(
          FailureClass.SUBJECT,
          "a good signature, but over another file",
          material.artifact().name(),
          algorithm.get().shortName() + ":" + claimed.digest().toHex());
    }
  }

  private static boolean overClaim(Material material, HashAlgorithm algorithm, Bytes digest) {
    try {
      return SignatureCheck.anyOfOverDigest(
          material.key(), algorithm, digest, material.evidence().signature());
    } catch (RefusedException e) {
      return false;
    }
  }
}
