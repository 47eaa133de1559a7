package dev.landwaiter.rego.builtin.token;

import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import java.util.Optional;

/// An algorithm of signatures (RFC 7518, 3.1; RFC 8037).
enum TokenAlgorithm {
  HS256(Kind.HMAC, "HmacSHA256"),
  HS384(Kind.HMAC, "HmacSHA384"),
  HS512(Kind.HMAC, "HmacSHA512"),
  RS256(Kind.RSA, "SHA256withRSA"),
  RS384(Kind.RSA, "SHA384withRSA"),
  RS512(Kind.RSA, "SHA512withRSA"),
  PS256(Kind.RSA, "SHA-256"),
  PS384(Kind.RSA, "SHA-384"),
  PS512(Kind.RSA, "SHA-512"),
  ES256(Kind.EC, "SHA256withECDSAinP1363Format"),
  ES384(Kind.EC, "SHA384withECDSAinP1363Format"),
  ES512(Kind.EC, "SHA512withECDSAinP1363Format"),
  EDDSA(Kind.ED25519, "Ed25519");

  /// The kind of key that is needed.
  enum Kind {
    HMAC,
    RSA,
    EC,
    ED25519
  }

  private final Kind kind;
  private final String standardName;

  TokenAlgorithm(Kind kind, String standardName) {
    this.kind = kind;
    this.standardName = standardName;
  }

  /// By the name in headers.
  static Optional<TokenAlgorithm> byName(String name) {
    return Arrays.stream(values()).filter(one -> one.label().equals(name)).findFirst();
  }

  String label() {
    return this == EDDSA ? "EdDSA" : name();
  }

  Kind kind() {
    return kind;
  }

  /// The JDK's name of the code, for HMAC.
  String standardName() {
    return standardName;
  }

  boolean isPss() {
    return this == PS256 || this == PS384 || this == PS512;
  }

  /// Bytes of the hash.
  int hashSize() {
    return Integer.parseInt(name().substring(2)) / 8;
  }

  /// The JDK's signature.
  ///
  /// @param salt the bytes of salt, of use for PS only
  Signature signature(int salt) throws GeneralSecurityException {
    if (!isPss()) {
      return Signature.getInstance(standardName);
    }
    var signature = Signature.getInstance("RSASSA-PSS");
    var mask =
        switch (this) {
          case PS256 -> MGF1ParameterSpec.SHA256;
          case PS384 -> MGF1ParameterSpec.SHA384;
          default -> MGF1ParameterSpec.SHA512;
        };
    signature.setParameter(new PSSParameterSpec(standardName, "MGF1", mask, salt, 1));
    return signature;
  }
}
