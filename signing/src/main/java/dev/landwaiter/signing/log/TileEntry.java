package dev.landwaiter.signing.log;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.HashAlgorithm;
import dev.landwaiter.signing.PublicKeyDetails;
import dev.landwaiter.signing.RefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Entries of Rekor v2, rebuilt from what was signed instead of believed.
public final class TileEntry {
  private TileEntry() {}

  /// The canonical body that a log writes for this signature.
  ///
  /// @param details what the signature is said to be made with; the digest is by its hash
  /// @throws RefusedException with LOG when the digest by that hash is not known
  public static Bytes body(Logged logged, PublicKeyDetails details) throws RefusedException {
    Bytes digest =
        digest(logged.content(), details.hash())
            .orElseThrow(() ->
                new RefusedException(
                    FailureClass.LOG,
                    "the content's hash by " + details.hash().shortName() + " is not known"));
    return body(logged, details, digest);
  }

  private static Bytes body(Logged logged, PublicKeyDetails details, Bytes digest) {
    String holder =
        switch (logged.signer()) {
          case Logged.Signer.Key key ->
              "\"publicKey\":{\"rawBytes\":\"" + key.key().spki().toBase64() + "\"}}";
          case Logged.Signer.Certificate certificate ->
              "\"x509Certificate\":{\"rawBytes\":\"" + certificate.der().toBase64() + "\"}}";
        };
    return Bytes.utf8(
        "{\"apiVersion\":\"0.0.2\",\"kind\":\"hashedrekord\",\"spec\":{\"hashedRekordV002\":"
            + "{\"data\":{\"algorithm\":\""
            + details.hash().name()
            + "\",\"digest\":\""
            + digest.toBase64()
            + "\"},\"signature\":{\"content\":\""
            + logged.signature().toBase64()
            + "\",\"verifier\":{\"keyDetails\":\""
            + details.name()
            + "\","
            + holder
            + "}}}}");
  }

  /// Requires that a body is what a log writes for this signature.
  ///
  /// @throws RefusedException with LOG
  static void require(Bytes body, Logged logged) throws RefusedException {
    if (logged.signature().isEmpty()) {
      throw new RefusedException(FailureClass.LOG, "the log entry is about another signature");
    }
    for (PublicKeyDetails details : loggable(logged.signer().key().details())) {
      Optional<Bytes> digest = digest(logged.content(), details.hash());
      if (digest.isPresent() && body(logged, details, digest.get()).equals(body)) {
        return;
      }
    }
    throw new RefusedException(
        FailureClass.LOG, "the log entry is about another signature, signer or content");
  }

  private static Optional<Bytes> digest(Logged.Content content, HashAlgorithm algorithm) {
    return switch (content) {
      case Logged.Content.Message message -> Optional.of(message.message().hash(algorithm));
      case Logged.Content.Digests digests -> Optional.ofNullable(digests.digests().get(algorithm));
      case Logged.Content.Dsse dsse ->
          Optional.of(dsse.envelope().preAuthentication().hash(algorithm));
    };
  }

  /// What a log may have written for a key of this kind: Ed25519 only in its form over a hash,
  /// larger curves also with SHA-256, RSA with either padding.
  private static List<PublicKeyDetails> loggable(PublicKeyDetails details) {
    List<PublicKeyDetails> all = new ArrayList<>();
    all.add(details == PublicKeyDetails.PKIX_ED25519 ? PublicKeyDetails.PKIX_ED25519_PH : details);
    switch (details) {
      case PKIX_ECDSA_P384_SHA_384 -> all.add(PublicKeyDetails.PKIX_ECDSA_P384_SHA_256);
      case PKIX_ECDSA_P384_SHA_256 -> all.add(PublicKeyDetails.PKIX_ECDSA_P384_SHA_384);
      case PKIX_ECDSA_P521_SHA_512 -> all.add(PublicKeyDetails.PKIX_ECDSA_P521_SHA_256);
      case PKIX_ECDSA_P521_SHA_256 -> all.add(PublicKeyDetails.PKIX_ECDSA_P521_SHA_512);
      case PKIX_RSA_PKCS1V15_2048_SHA256 -> all.add(PublicKeyDetails.PKIX_RSA_PSS_2048_SHA256);
      case PKIX_RSA_PKCS1V15_3072_SHA256 -> all.add(PublicKeyDetails.PKIX_RSA_PSS_3072_SHA256);
      case PKIX_RSA_PKCS1V15_4096_SHA256 -> all.add(PublicKeyDetails.PKIX_RSA_PSS_4096_SHA256);
      case PKIX_RSA_PSS_2048_SHA256 -> all.add(PublicKeyDetails.PKIX_RSA_PKCS1V15_2048_SHA256);
      case PKIX_RSA_PSS_3072_SHA256 -> all.add(PublicKeyDetails.PKIX_RSA_PKCS1V15_3072_SHA256);
      case PKIX_RSA_PSS_4096_SHA256 -> all.add(PublicKeyDetails.PKIX_RSA_PKCS1V15_4096_SHA256);
      case PKCS1_RSA_PKCS1V5,
          PKCS1_RSA_PSS,
          PKIX_RSA_PKCS1V5,
          PKIX_RSA_PSS,
          PKIX_ECDSA_P256_SHA_256,
          PKIX_ED25519,
          PKIX_ED25519_PH -> {}
    }
    return all;
  }
}
