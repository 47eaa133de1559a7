package dev.landwaiter.signing.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.HashAlgorithm;
import dev.landwaiter.signing.PublicKeyDetails;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.VerificationKey;
import dev.landwaiter.signing.encoding.Der;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignatureCheckTest {
  private static final Bytes MESSAGE = Bytes.utf8("what is signed");

  private static KeyPair pair(String algorithm, int size) throws Exception {
    var generator = KeyPairGenerator.getInstance(algorithm);
    if (size > 0) {
      generator.initialize(size);
    }
    return generator.generateKeyPair();
  }

  private static VerificationKey key(KeyPair pair) throws Exception {
    return PublicKeys.spki("k", Bytes.of(pair.getPublic().getEncoded()));
  }

  private static Bytes sign(Signature algorithm, PrivateKey key) throws Exception {
    algorithm.initSign(key);
    algorithm.update(MESSAGE.toArray());
    return Bytes.of(algorithm.sign());
  }

  private static Bytes sign(PublicKeyDetails details, PrivateKey key) throws Exception {
    return sign(SignatureCheck.algorithm(details), key);
  }

  @ParameterizedTest
  @CsvSource({
    "EC, 256, PKIX_ECDSA_P256_SHA_256",
    "EC, 384, PKIX_ECDSA_P384_SHA_384",
    "EC, 384, PKIX_ECDSA_P384_SHA_256",
    "EC, 521, PKIX_ECDSA_P521_SHA_512",
    "EC, 521, PKIX_ECDSA_P521_SHA_256",
    "RSA, 2048, PKIX_RSA_PKCS1V15_2048_SHA256",
    "RSA, 2048, PKIX_RSA_PSS_2048_SHA256",
    "RSA, 3072, PKIX_RSA_PSS",
    "Ed25519, 0, PKIX_ED25519",
    "Ed25519, 0, PKIX_ED25519_PH"
  })
  void acceptsTheSignatureAndNoOther(String algorithm, int size, PublicKeyDetails details)
      throws Exception {
    KeyPair pair = pair(algorithm, size);
    VerificationKey key = key(pair);
    Bytes good = sign(details, pair.getPrivate());
    Bytes digest = MESSAGE.hash(details.hash());
    boolean whole = details == PublicKeyDetails.PKIX_ED25519;
    assertThat(SignatureCheck.verify(key, details, MESSAGE, good)).isTrue();
    assertThat(SignatureCheck.verify(key, details, MESSAGE.plus(Bytes.utf8(".")), good)).isFalse();
    assertThat(SignatureCheck.verify(key(pair(algorithm, size)), details, MESSAGE, good)).isFalse();
    List<Bytes> wrong = new ArrayList<>(List.of(Bytes.EMPTY, good.plus(Bytes.hex("00"))));
    wrong.add(good.slice(0, good.size() - 1));
    wrong.add(Bytes.hex("00").plus(good));
    for (int i = 0; i < good.size(); i++) {
      byte[] bad = good.toArray();
      bad[i] ^= (byte) (1 << (i % 8));
      wrong.add(Bytes.of(bad));
    }
    for (Bytes bad : wrong) {
      assertThat(SignatureCheck.verify(key, details, MESSAGE, bad)).isFalse();
      assertThat(whole || !SignatureCheck.overDigest(key, details, digest, bad)).isTrue();
    }
    if (!whole) {
      assertThat(SignatureCheck.overDigest(key, details, digest, good)).isTrue();
      Bytes other = Bytes.utf8("another").hash(details.hash());
      assertThat(SignatureCheck.overDigest(key, details, other, good)).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "EC, 384, PKIX_ECDSA_P384_SHA_256, true",
    "EC, 521, PKIX_ECDSA_P521_SHA_256, true",
    "EC, 521, PKIX_ECDSA_P521_SHA_512, true",
    "Ed25519, 0, PKIX_ED25519_PH, true",
    "Ed25519, 0, PKIX_ED25519, true",
    "RSA, 2048, PKIX_RSA_PSS_2048_SHA256, false"
  })
  void triesTheWaysOfOlderPrograms(
      String algorithm, int size, PublicKeyDetails details, boolean expected) throws Exception {
    KeyPair pair = pair(algorithm, size);
    VerificationKey key = key(pair);
    Bytes signature = sign(details, pair.getPrivate());
    assertThat(SignatureCheck.anyOf(key, MESSAGE, signature)).isEqualTo(expected);
    assertThat(SignatureCheck.anyOf(key, Bytes.utf8("another"), signature)).isFalse();
    if (details != PublicKeyDetails.PKIX_ED25519) {
      Bytes digest = MESSAGE.hash(details.hash());
      assertThat(SignatureCheck.anyOfOverDigest(key, details.hash(), digest, signature))
          .isEqualTo(expected);
    }
  }

  @Test
  void refusesKeysAndSchemesThatDoNotBelongTogether() throws Exception {
    VerificationKey p256 = key(pair("EC", 256));
    VerificationKey edwards = key(pair("Ed25519", 0));
    for (PublicKeyDetails details : PublicKeyDetails.values()) {
      if (details != PublicKeyDetails.PKIX_ECDSA_P256_SHA_256) {
        var refused =
            catchThrowableOfType(
                RefusedException.class,
                () -> SignatureCheck.verify(p256, details, MESSAGE, Bytes.EMPTY));
        assertThat(refused.kind()).isEqualTo(FailureClass.SIGNATURE);
      }
    }
    assertThat(
            catchThrowableOfType(
                RefusedException.class,
                () ->
                    SignatureCheck.overDigest(
                        edwards,
                        PublicKeyDetails.PKIX_ED25519,
                        MESSAGE.hash(HashAlgorithm.SHA2_512),
                        Bytes.EMPTY)))
        .isNotNull();
    assertThat(
            catchThrowableOfType(
                RefusedException.class,
                () ->
                    SignatureCheck.anyOfOverDigest(
                        p256, HashAlgorithm.SHA2_512, MESSAGE, Bytes.EMPTY)))
        .isNotNull();
  }

  /// Numbers of an ECDSA signature: the same in other spellings, and out of range.
  @Test
  void takesOnlyStrictEcdsa() throws Exception {
    KeyPair pair = pair("EC", 256);
    VerificationKey key = key(pair);
    var details = PublicKeyDetails.PKIX_ECDSA_P256_SHA_256;
    BigInteger n = ((ECPublicKey) pair.getPublic()).getParams().getOrder();
    Bytes good = sign(details, pair.getPrivate());
    List<Der> numbers = Der.only("s", good).inner("s");
    BigInteger r = numbers.get(0).positive("r");
    BigInteger s = numbers.get(1).positive("s");
    assertThat(check(key, der(r, s))).isTrue();
    assertThat(check(key, der(r, n.subtract(s)))).isTrue();
    assertThat(check(key, der(r.add(n), s))).isFalse();
    assertThat(check(key, der(r, s.add(n)))).isFalse();
    assertThat(check(key, der(r, s.subtract(n)))).isFalse();
    assertThat(check(key, der(BigInteger.ZERO, s))).isFalse();
    assertThat(check(key, der(r, BigInteger.ZERO))).isFalse();
    assertThat(check(key, der(n, n))).isFalse();
    Bytes padded = Der.encode(Der.INTEGER, Bytes.hex("00").plus(numbers.get(0).content()));
    assertThat(check(key, Der.encode(Der.SEQUENCE, padded.plus(numbers.get(1).whole())))).isFalse();
    Bytes three = numbers.get(0).whole().plus(numbers.get(1).whole()).plus(Bytes.hex("020101"));
    assertThat(check(key, Der.encode(Der.SEQUENCE, three))).isFalse();
    byte[] long1 = good.toArray();
    Bytes longForm = Bytes.hex("3081").plus(Bytes.of(long1).slice(1, long1.length));
    assertThat(check(key, longForm)).isFalse();
  }

  /// Most 32 bytes are no point of the curve, which shows only when the key is used.
  @Test
  void keysThatAreNoPointNeverVerify() throws Exception {
    var random = new Random(4);
    for (int i = 0; i < 200; i++) {
      byte[] raw = new byte[32];
      byte[] signature = new byte[64];
      random.nextBytes(raw);
      random.nextBytes(signature);
      VerificationKey key =
          PublicKeys.spki("k", Bytes.hex("302a300506032b6570032100").plus(Bytes.of(raw)));
      for (boolean whole : new boolean[] {true, false}) {
        try {
          boolean right =
              whole
                  ? SignatureCheck.anyOf(key, MESSAGE, Bytes.of(signature))
                  : SignatureCheck.anyOfOverDigest(
                      key,
                      HashAlgorithm.SHA2_512,
                      MESSAGE.hash(HashAlgorithm.SHA2_512),
                      Bytes.of(signature));
          assertThat(right).isFalse();
        } catch (RefusedException e) {
          assertThat(e.kind()).isEqualTo(FailureClass.SIGNATURE);
        }
      }
    }
  }

  @Test
  void takesTheFixedWidthFormForP256Alone() throws Exception {
    for (int size : new int[] {256, 384}) {
      KeyPair pair = pair("EC", size);
      VerificationKey key = key(pair);
      String hash = size == 256 ? "SHA256" : "SHA384";
      Bytes signature =
          sign(Signature.getInstance(hash + "withECDSAinP1363Format"), pair.getPrivate());
      assertThat(SignatureCheck.verify(key, key.details(), MESSAGE, signature))
          .isEqualTo(size == 256);
      assertThat(
              SignatureCheck.overDigest(
                  key, key.details(), MESSAGE.hash(key.details().hash()), signature))
          .isEqualTo(size == 256);
      assertThat(SignatureCheck.verify(key, key.details(), MESSAGE, Bytes.of(new byte[64])))
          .isFalse();
    }
  }

  private static boolean check(VerificationKey key, Bytes signature) throws Exception {
    var details = PublicKeyDetails.PKIX_ECDSA_P256_SHA_256;
    boolean whole = SignatureCheck.verify(key, details, MESSAGE, signature);
    assertThat(SignatureCheck.overDigest(key, details, MESSAGE.sha256(), signature))
        .isEqualTo(whole);
    return whole;
  }

  private static Bytes der(BigInteger r, BigInteger s) {
    return Der.encode(
        Der.SEQUENCE,
        Der.encode(Der.INTEGER, Bytes.of(r.toByteArray()))
            .plus(Der.encode(Der.INTEGER, Bytes.of(s.toByteArray()))));
  }
}
