package dev.landwaiter.signing;

import java.util.Optional;

/// Kind of key, hash and signature scheme together (sigstore protobuf-specs, `PublicKeyDetails`).
public enum PublicKeyDetails {
  PKCS1_RSA_PKCS1V5(1, Scheme.RSA_PKCS1, HashAlgorithm.SHA2_256, ""),
  PKCS1_RSA_PSS(2, Scheme.RSA_PSS, HashAlgorithm.SHA2_256, ""),
  PKIX_RSA_PKCS1V5(3, Scheme.RSA_PKCS1, HashAlgorithm.SHA2_256, ""),
  PKIX_RSA_PSS(4, Scheme.RSA_PSS, HashAlgorithm.SHA2_256, ""),
  PKIX_ECDSA_P256_SHA_256(5, Scheme.ECDSA, HashAlgorithm.SHA2_256, "ecdsa-sha2-256-nistp256"),
  PKIX_ED25519(7, Scheme.ED25519, HashAlgorithm.SHA2_512, "ed25519"),
  PKIX_ED25519_PH(8, Scheme.ED25519_PH, HashAlgorithm.SHA2_512, "ed25519-ph"),
  PKIX_RSA_PKCS1V15_2048_SHA256(
      9, Scheme.RSA_PKCS1, HashAlgorithm.SHA2_256, "rsa-sign-pkcs1-2048-sha256"),
  PKIX_RSA_PKCS1V15_3072_SHA256(
      10, Scheme.RSA_PKCS1, HashAlgorithm.SHA2_256, "rsa-sign-pkcs1-3072-sha256"),
  PKIX_RSA_PKCS1V15_4096_SHA256(
      11, Scheme.RSA_PKCS1, HashAlgorithm.SHA2_256, "rsa-sign-pkcs1-4096-sha256"),
  PKIX_ECDSA_P384_SHA_384(12, Scheme.ECDSA, HashAlgorithm.SHA2_384, "ecdsa-sha2-384-nistp384"),
  PKIX_ECDSA_P521_SHA_512(13, Scheme.ECDSA, HashAlgorithm.SHA2_512, "ecdsa-sha2-512-nistp521"),
  PKIX_RSA_PSS_2048_SHA256(16, Scheme.RSA_PSS, HashAlgorithm.SHA2_256, "rsa-sign-pss-2048-sha256"),
  PKIX_RSA_PSS_3072_SHA256(17, Scheme.RSA_PSS, HashAlgorithm.SHA2_256, "rsa-sign-pss-3072-sha256"),
  PKIX_RSA_PSS_4096_SHA256(18, Scheme.RSA_PSS, HashAlgorithm.SHA2_256, "rsa-sign-pss-4096-sha256"),
  PKIX_ECDSA_P384_SHA_256(19, Scheme.ECDSA, HashAlgorithm.SHA2_256, "ecdsa-sha2-256-nistp384"),
  PKIX_ECDSA_P521_SHA_256(20, Scheme.ECDSA, HashAlgorithm.SHA2_256, "ecdsa-sha2-256-nistp521");

  /// How a signature is made.
  public enum Scheme {
    /// ASN.1 DER of r and s over the hash (FIPS 186-5, 6).
    ECDSA,
    /// RSASSA-PKCS1-v1_5 (RFC 8017, 8.2).
    RSA_PKCS1,
    /// RSASSA-PSS with a salt as long as the hash (RFC 8017, 8.1).
    RSA_PSS,
    /// Over the whole message (RFC 8032, 5.1).
    ED25519,
    /// Over the SHA-512 of the message, with an empty context (RFC 8032, 5.1).
    ED25519_PH
  }

  private final int number;
  private final Scheme scheme;
  private final HashAlgorithm hash;
  private final String flag;

  PublicKeyDetails(int number, Scheme scheme, HashAlgorithm hash, String flag) {
    this.number = number;
    this.scheme = scheme;
    this.hash = hash;
    this.flag = flag;
  }

  /// The number in protocol buffers.
  public int number() {
    return number;
  }

  public Scheme scheme() {
    return scheme;
  }

  /// What the message is hashed with before it is signed; for Ed25519 the hash of its variant with
  /// one.
  public HashAlgorithm hash() {
    return hash;
  }

  /// The word on command lines, or empty.
  public String flag() {
    return flag;
  }

  /// By the name in protocol buffers.
  public static Optional<PublicKeyDetails> named(String name) {
    for (PublicKeyDetails each : values()) {
      if (each.name().equals(name)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  /// By the number in protocol buffers.
  public static Optional<PublicKeyDetails> numbered(long number) {
    for (PublicKeyDetails each : values()) {
      if (each.number == number) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  /// By the word on command lines.
  public static Optional<PublicKeyDetails> flagged(String word) {
    for (PublicKeyDetails each : values()) {
      if (!word.isEmpty() && each.flag.equals(word)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }
}
