package dev.landwaiter.signing.log;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.HashAlgorithm;
import dev.landwaiter.signing.PublicKeyDetails;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.encoding.StrictJson;
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
    throw differing(body, logged);
  }

  /// What of a body that is not the rebuilt one differs first.
  private static RefusedException differing(Bytes body, Logged logged) throws RefusedException {
    Members rekord =
        Members.of("log entry", StrictJson.parse("log entry", body))
            .at("spec")
            .at("hashedRekordV002");
    Members signature = rekord.at("signature");
    if (!signature.text("content").equals(logged.signature().toBase64())) {
      return new RefusedException(FailureClass.LOG, "the log entry is about another signature");
    }
    Members data = rekord.at("data");
    String algorithm = data.text("algorithm");
    Optional<HashAlgorithm> named = HashAlgorithm.named(algorithm);
    Optional<Bytes> digest =
        named.isEmpty() ? Optional.empty() : digest(logged.content(), named.get());
    String found = data.text("digest");
    if (digest.isPresent() && !digest.get().toBase64().equals(found)) {
      return new RefusedException(
          FailureClass.LOG,
          "the log entry is about another content",
          algorithm + " " + digest.get().toBase64(),
          algorithm + " " + found);
    }
    return new RefusedException(
        FailureClass.LOG,
        "the log entry names another signer, kind of key or hash than the signature's",
        logged.signer().key().details().name(),
        signature.at("verifier").text("keyDetails") + " over " + algorithm);
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
  /// larger curves also with SHA-256.
  private static List<PublicKeyDetails> loggable(PublicKeyDetails details) {
    List<PublicKeyDetails> all = new ArrayList<>();
    all.add(details == PublicKeyDetails.PKIX_ED25519 ? PublicKeyDetails.PKIX_ED25519_PH : details);
    switch (details) {
      case PKIX_ECDSA_P384_SHA_384 -> all.add(PublicKeyDetails.PKIX_ECDSA_P384_SHA_256);
      case PKIX_ECDSA_P384_SHA_256 -> all.add(PublicKeyDetails.PKIX_ECDSA_P384_SHA_384);
      case PKIX_ECDSA_P521_SHA_512 -> all.add(PublicKeyDetails.PKIX_ECDSA_P521_SHA_256);
      case PKIX_ECDSA_P521_SHA_256 -> all.add(PublicKeyDetails.PKIX_ECDSA_P521_SHA_512);
      default -> {}
    }
    return all;
  }
}
