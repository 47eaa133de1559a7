package dev.landwaiter.rego.builtin.crypto;

import dev.landwaiter.rego.builtin.BuiltinException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads private keys: PKCS #1 (RFC 8017), PKCS #8 (RFC 5958) and of elliptic curves (RFC 5915).
public final class PrivateKeys {
  private static final int LIMIT = 1000;
  private static final String HINT =
      "x509: failed to parse private key (use Parse%sPrivateKey instead for this key format)";

  private PrivateKeys() {}

  /// The keys of a PEM text in their order; blocks of other types are skipped.
  public static List<PrivateKeyData> fromPem(byte[] text) throws BuiltinException {
    List<PrivateKeyData> keys = new ArrayList<>();
    int at = 0;
    while (true) {
      var block = PemBlock.next(text, at);
      if (block.isEmpty()) {
        return keys;
      }
      at = block.get().rest();
      byte[] der = block.get().bytes();
      switch (block.get().type()) {
        case "RSA PRIVATE KEY" -> keys.add(rsa(der));
        case "PRIVATE KEY" -> keys.add(wrapped(der));
        case "EC PRIVATE KEY" -> keys.add(ec(der, Optional.empty()));
        default -> {}
      }
      if (keys.size() > LIMIT) {
        throw BuiltinException.failure("more than " + LIMIT + " private keys");
      }
    }
  }

  /// A key in any of the three forms, as servers load it.
  static PrivateKeyData any(byte[] der) throws BuiltinException {
    if (isRsa(der)) {
      return rsa(der);
    }
    if (isWrapped(der)) {
      return wrapped(der);
    }
    if (isEc(der)) {
      return ec(der, Optional.empty());
    }
    throw BuiltinException.failure("tls: failed to parse private key");
  }

  private static PrivateKeyData rsa(byte[] der) throws BuiltinException {
    var whole = new Asn1(der);
    try {
      return rsa(whole);
    } catch (BuiltinException e) {
      if (isEc(der)) {
        throw BuiltinException.failure(HINT.formatted("EC"));
      }
      if (isWrapped(der)) {
        throw BuiltinException.failure(HINT.formatted("PKCS8"));
      }
      throw e;
    }
  }

  private static PrivateKeyData rsa(Asn1 whole) throws BuiltinException {
    var fields = whole.field(Asn1.SEQUENCE, "pkcs1PrivateKey");
    int version = fields.smallInteger();
    var modulus = fields.integer("");
    int exponent = fields.smallInteger();
    var secret = fields.integer("");
    var primes = List.of(fields.integer(""), fields.integer(""));
    if (!whole.isEmpty()) {
      throw BuiltinException.failure("asn1: syntax error: trailing data");
    }
    if (version > 1) {
      throw BuiltinException.failure("x509: unsupported private key version");
    }
    if (modulus.signum() <= 0
        || secret.signum() <= 0
        || primes.getFirst().signum() <= 0
        || primes.getLast().signum() <= 0) {
      throw BuiltinException.failure("x509: private key contains zero or negative value");
    }
    if (!primes.getFirst().multiply(primes.getLast()).equals(modulus)) {
      throw BuiltinException.failure("crypto/rsa: p * q != n");
    }
    if (primes.contains(BigInteger.ONE) || primes.getFirst().equals(primes.getLast())) {
      throw BuiltinException.failure("crypto/rsa: invalid prime");
    }
    return new PrivateKeyData.Rsa(
        new PublicKeyData.Rsa(modulus, BigInteger.valueOf(exponent)), secret, primes);
  }

  private static PrivateKeyData wrapped(byte[] der) throws BuiltinException {
    AlgorithmId algorithm;
    byte[] key;
    try {
      var fields = new Asn1(der).field(Asn1.SEQUENCE, "pkcs8");
      fields.smallInteger();
      algorithm = fields.algorithm();
      key = fields.content(4, "");
    } catch (BuiltinException e) {
      if (isEc(der)) {
        throw BuiltinException.failure(HINT.formatted("EC"));
      }
      if (isRsa(der)) {
        throw BuiltinException.failure(HINT.formatted("PKCS1"));
      }
      throw e;
    }
    return switch (algorithm.oid().text()) {
      case PublicKeys.RSA -> {
        try {
          yield rsa(key);
        } catch (BuiltinException e) {
          throw prefixed("x509: failed to parse RSA private key embedded in PKCS#8: ", e);
        }
      }
      case PublicKeys.EC -> {
        try {
          var name =
              algorithm.parameters().length == 0 ? Optional.<ObjectId>empty() : named(algorithm);
          yield ec(key, name);
        } catch (BuiltinException e) {
          throw prefixed("x509: failed to parse EC private key embedded in PKCS#8: ", e);
        }
      }
      case PublicKeys.ED25519 -> ed25519(algorithm, key);
      default ->
          throw BuiltinException.failure(
              "x509: PKCS#8 wrapping contained private key with unknown algorithm: "
                  + algorithm.oid().text());
    };
  }

  private static Optional<ObjectId> named(AlgorithmId algorithm) {
    try {
      return Optional.of(new Asn1(algorithm.parameters()).oid());
    } catch (BuiltinException _) {
      return Optional.empty();
    }
  }

  private static PrivateKeyData ed25519(AlgorithmId algorithm, byte[] key) throws BuiltinException {
    if (algorithm.parameters().length > 0) {
      throw BuiltinException.failure("x509: invalid Ed25519 private key parameters");
    }
    byte[] seed;
    try {
      seed = new Asn1(key).content(4, "");
    } catch (BuiltinException e) {
      throw prefixed("x509: invalid Ed25519 private key: ", e);
    }
    if (seed.length != 32) {
      throw BuiltinException.failure("x509: invalid Ed25519 private key length: " + seed.length);
    }
    try {
      return new PrivateKeyData.Ed25519(seed, CurvePoints.publicKey(seed));
    } catch (NoClassDefFoundError _) {
      throw noLibrary();
    }
  }

  /// @param named the curve when it stands outside of the key
  private static PrivateKeyData ec(byte[] der, Optional<ObjectId> named) throws BuiltinException {
    BigInteger secret;
    Optional<ObjectId> name = named;
    try {
      var fields = new Asn1(der).field(Asn1.SEQUENCE, "ecPrivateKey");
      int version = fields.smallInteger();
      secret = new BigInteger(1, fields.content(4, ""));
      if (fields.is(2, 0)) {
        var oid = fields.any().oid();
        name = named.or(() -> Optional.of(oid));
      }
      if (version != 1) {
        throw BuiltinException.failure("x509: unknown EC private key version " + version);
      }
    } catch (BuiltinException e) {
      if (isWrapped(der)) {
        throw BuiltinException.failure(HINT.formatted("PKCS8"));
      }
      if (isRsa(der)) {
        throw BuiltinException.failure(HINT.formatted("PKCS1"));
      }
      throw e.getMessage().startsWith("asn1")
          ? prefixed("x509: failed to parse EC private key: ", e)
          : e;
    }
    var curve =
        name.flatMap(Curve::byOid)
            .orElseThrow(() -> BuiltinException.failure("x509: unknown elliptic curve"));
    try {
      if (secret.signum() == 0 || secret.compareTo(curve.parameters().getOrder()) >= 0) {
        throw BuiltinException.failure("x509: invalid elliptic curve private key value");
      }
      return new PrivateKeyData.Ec(CurvePoints.publicKey(curve, secret), secret);
    } catch (java.security.GeneralSecurityException _) {
      throw BuiltinException.failure("x509: unknown elliptic curve");
    } catch (NoClassDefFoundError _) {
      throw noLibrary();
    }
  }

  private static boolean isRsa(byte[] der) {
    try {
      rsa(new Asn1(der));
      return true;
    } catch (BuiltinException _) {
      return false;
    }
  }

  private static boolean isWrapped(byte[] der) {
    try {
      var fields = new Asn1(der).field(Asn1.SEQUENCE, "pkcs8");
      fields.smallInteger();
      fields.algorithm();
      fields.content(4, "");
      return true;
    } catch (BuiltinException _) {
      return false;
    }
  }

  private static boolean isEc(byte[] der) {
    try {
      var fields = new Asn1(der).field(Asn1.SEQUENCE, "ecPrivateKey");
      fields.smallInteger();
      fields.content(4, "");
      return true;
    } catch (BuiltinException _) {
      return false;
    }
  }

  private static BuiltinException prefixed(String prefix, BuiltinException e) {
    return BuiltinException.failure(prefix + e.getMessage());
  }

  private static BuiltinException noLibrary() {
    return BuiltinException.failure(
        "private keys of elliptic curves need the library BouncyCastle (bcprov-jdk18on), which is"
            + " not there");
  }
}
