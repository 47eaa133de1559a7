package dev.landwaiter.signing.key;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.PublicKeyDetails;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.SigningKey;
import dev.landwaiter.signing.VerificationKey;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;

/// A private key in memory: ECDSA on P-256, P-384 and P-521, RSA and Ed25519.
public final class LocalKey implements SigningKey {
  private final PrivateKey key;
  private final VerificationKey half;

  private LocalKey(PrivateKey key, VerificationKey half) {
    this.key = key;
    this.half = half;
  }

  /// A new key on P-256.
  public static LocalKey generate(SecureRandom random) throws RefusedException {
    return generate(PublicKeyDetails.PKIX_ECDSA_P256_SHA_256, random);
  }

  /// A new key.
  ///
  /// @param details its kind: ECDSA with its usual hash, or RSA by PKCS #1 with a length in its
  ///   name
  /// @throws RefusedException with SIGNATURE for other kinds
  public static LocalKey generate(PublicKeyDetails details, SecureRandom random)
      throws RefusedException {
    try {
      KeyPair pair =
          switch (details) {
            case PKIX_ECDSA_P256_SHA_256 -> pair(Curve.P256, random);
            case PKIX_ECDSA_P384_SHA_384 -> pair(Curve.P384, random);
            case PKIX_ECDSA_P521_SHA_512 -> pair(Curve.P521, random);
            case PKIX_RSA_PKCS1V15_2048_SHA256 -> pair(2048, random);
            case PKIX_RSA_PKCS1V15_3072_SHA256 -> pair(3072, random);
            case PKIX_RSA_PKCS1V15_4096_SHA256 -> pair(4096, random);
            default ->
                throw new RefusedException(
                    FailureClass.SIGNATURE, "no new keys are made of the kind " + details);
          };
      Bytes spki = Bytes.of(pair.getPublic().getEncoded());
      return new LocalKey(pair.getPrivate(), PublicKeys.spki("new key", spki));
    } catch (GeneralSecurityException e) {
      throw new RefusedException(
          FailureClass.SIGNATURE,
          "no key can be made of the kind %s: %s".formatted(details, e.getMessage()));
    }
  }

  private static KeyPair pair(Curve curve, SecureRandom random) throws GeneralSecurityException {
    var generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec(curve.jdkName()), random);
    return generator.generateKeyPair();
  }

  private static KeyPair pair(int bits, SecureRandom random) throws GeneralSecurityException {
    var generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(bits, random);
    return generator.generateKeyPair();
  }

  /// The key in an unencrypted PKCS#8 `PrivateKeyInfo`; the array stays the caller's to wipe.
  ///
  /// @param where the name of what it was in, for messages
  /// @throws RefusedException with PARSE when it is broken, with SIGNATURE for a kind of key that
  ///   is not permitted
  static LocalKey read(String where, byte[] der) throws RefusedException {
    try {
      String kind = Pkcs8.kind(der);
      PrivateKey key = KeyFactory.getInstance(kind).generatePrivate(new PKCS8EncodedKeySpec(der));
      if (key instanceof RSAPrivateCrtKey rsa) {
        requireWhole(rsa);
      }
      return new LocalKey(key, PublicKeys.spki(where, PublicHalf.of(key)));
    } catch (InvalidKeySpecException e) {
      // The JDK's message may show parts of the key.
      throw new RefusedException(
          FailureClass.SIGNATURE, where + ": the private key is broken or on another curve");
    } catch (InvalidKeyException e) {
      throw new RefusedException(
          FailureClass.SIGNATURE, where + ": the private key cannot be used: " + e.getMessage());
    } catch (GeneralSecurityException e) {
      throw new RefusedException(
          FailureClass.SIGNATURE, where + ": the private key cannot be used");
    }
  }

  @Override
  public VerificationKey publicKey() {
    return half;
  }

  @Override
  public Bytes sign(byte[] message, PublicKeyDetails details) throws RefusedException {
    Fitting.require(half, details);
    try {
      Signature algorithm = SignatureCheck.algorithm(details);
      algorithm.initSign(key);
      algorithm.update(message);
      return Bytes.of(algorithm.sign());
    } catch (GeneralSecurityException e) {
      throw new RefusedException(
          FailureClass.SIGNATURE,
          "a key of the kind " + Fitting.kind(half) + " cannot sign as " + details);
    }
  }

  /// The key itself, for those who may have it.
  PrivateKey bare() {
    return key;
  }

  /// Its PKCS#8 encoding; whoever takes it wipes it.
  byte[] encoded() throws RefusedException {
    try {
      return Pkcs8.of(key, half);
    } catch (InvalidKeyException e) {
      throw new RefusedException(FailureClass.SIGNATURE, "the private key cannot be written");
    }
  }

  /// RFC 8017, 3.2: the numbers belong together.
  private static void requireWhole(RSAPrivateCrtKey key) throws InvalidKeyException {
    BigInteger p = key.getPrimeP();
    BigInteger q = key.getPrimeQ();
    BigInteger product = key.getPublicExponent().multiply(key.getPrivateExponent());
    boolean whole =
        p.compareTo(BigInteger.ONE) > 0
            && q.compareTo(BigInteger.ONE) > 0
            && p.multiply(q).equals(key.getModulus())
            && product.mod(p.subtract(BigInteger.ONE)).equals(BigInteger.ONE)
            && product.mod(q.subtract(BigInteger.ONE)).equals(BigInteger.ONE);
    if (!whole) {
      throw new InvalidKeyException("its numbers do not belong together");
    }
  }

  /// What kind of key it is; never the key.
  @Override
  public String toString() {
    return "private key of the kind " + Fitting.kind(half);
  }
}
