package dev.landwaiter.signing.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.PublicKeyDetails;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.VerificationKey;
import dev.landwaiter.signing.encoding.Der;
import dev.landwaiter.signing.encoding.Pem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicKeysTest {
  private static Bytes spki(String algorithm, int size) throws Exception {
    var generator = KeyPairGenerator.getInstance(algorithm);
    if (size > 0) {
      generator.initialize(size);
    }
    return Bytes.of(generator.generateKeyPair().getPublic().getEncoded());
  }

  @ParameterizedTest
  @CsvSource({
    "EC, 256, PKIX_ECDSA_P256_SHA_256",
    "EC, 384, PKIX_ECDSA_P384_SHA_384",
    "EC, 521, PKIX_ECDSA_P521_SHA_512",
    "RSA, 2048, PKIX_RSA_PKCS1V15_2048_SHA256",
    "RSA, 2304, PKIX_RSA_PKCS1V5",
    "Ed25519, 0, PKIX_ED25519"
  })
  void tellsTheDefaultSchemeOfAKey(String algorithm, int size, PublicKeyDetails details)
      throws Exception {
    Bytes der = spki(algorithm, size);
    VerificationKey key = PublicKeys.spki("k", der);
    assertThat(key.details()).isEqualTo(details);
    assertThat(key.spki()).isEqualTo(der);
    assertThat(PublicKeys.pem("k", Bytes.utf8(PublicKeys.text(key)))).isEqualTo(key);
  }

  @ParameterizedTest
  @CsvSource({
    "RSA, 1024, SIGNATURE, RSA of 1024 bits",
    "X25519, 0, SIGNATURE, X25519",
    "Ed448, 0, SIGNATURE, Ed448",
    "DSA, 2048, SIGNATURE, DSA",
    "RSASSA-PSS, 2048, SIGNATURE, RSA-PSS",
    "ML-DSA-65, 0, SIGNATURE, ML-DSA"
  })
  void refusesOtherKinds(String algorithm, int size, FailureClass kind, String message)
      throws Exception {
    Bytes der = spki(algorithm, size);
    var refused = catchThrowableOfType(RefusedException.class, () -> PublicKeys.spki("here", der));
    assertThat(refused.kind()).isEqualTo(kind);
    assertThat(refused).hasMessageContaining(message).hasMessageContaining("here");
  }

  /// Curves that the JDK does not have: P-224 and secp256k1.
  @ParameterizedTest
  @CsvSource({"06052b81040021, 56", "06052b8104000a, 64", "06092b2403030208010107, 64"})
  void refusesOtherCurves(String curve, int size) {
    Bytes algorithm =
        Der.encode(Der.SEQUENCE, Bytes.hex("06072a8648ce3d0201").plus(Bytes.hex(curve)));
    Bytes point = Der.encode(Der.BIT_STRING, Bytes.hex("0004" + "11".repeat(size)));
    Bytes der = Der.encode(Der.SEQUENCE, algorithm.plus(point));
    var refused = catchThrowableOfType(RefusedException.class, () -> PublicKeys.spki("k", der));
    assertThat(refused.kind()).isEqualTo(FailureClass.SIGNATURE);
  }

  @Test
  void refusesAPointBesideTheCurve() throws Exception {
    byte[] der = spki("EC", 256).toArray();
    der[der.length - 1] ^= 1;
    var refused =
        catchThrowableOfType(RefusedException.class, () -> PublicKeys.spki("k", Bytes.of(der)));
    assertThat(refused.kind()).isEqualTo(FailureClass.PARSE);
  }

  @Test
  void readsEveryRecordedPublicKey() throws IOException {
    try (Stream<Path> files = Files.list(Recorded.ROOT.resolve("keys"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".pub")).toList()) {
        Bytes text = Bytes.of(Files.readAllBytes(file));
        assertThat(PublicKeys.text(PublicKeys.pem("k", text))).isEqualTo(text.toText());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "keys/pub-crlf.pem, keys/empty.pub",
    "keys/pub-text-before.pem, keys/empty.pub",
    "keys/pub-rsa2048-pkcs1.pem, keys/imp-rsa2048-pkcs1.pub"
  })
  void readsOtherSpellings(String file, String same) throws IOException {
    assertThat(PublicKeys.pem("k", Recorded.bytes(file)).spki())
        .isEqualTo(PublicKeys.pem("k", Recorded.bytes(same)).spki());
  }

  @Test
  void takesOnlyTheFirstOfSeveralBlocks() throws Exception {
    Bytes one = spki("EC", 256);
    Bytes two = spki("EC", 256);
    String text = new Pem("PUBLIC KEY", one).text() + new Pem("PUBLIC KEY", two).text();
    assertThat(PublicKeys.pem("k", Bytes.utf8(text)).spki()).isEqualTo(one);
  }

  @ParameterizedTest
  @CsvSource({
    "keys/pub-empty.der, PARSE",
    "keys/plain.key, USAGE",
    "keys/pem/p256-pkcs8.pem, USAGE",
    "keys/pem/garbage.pem, PARSE",
    "keys/pem/empty.pem, PARSE",
    "certs/good.pem, USAGE"
  })
  void refusesFilesThatHoldNoPublicKey(String file, FailureClass kind) throws IOException {
    Bytes text = Recorded.bytes(file);
    var refused = catchThrowableOfType(RefusedException.class, () -> PublicKeys.pem("f", text));
    assertThat(refused.kind()).isEqualTo(kind);
  }

  @Test
  void namesTheSchemeThatATrustedRootNames() throws Exception {
    Bytes p384 = spki("EC", 384);
    assertThat(PublicKeys.spki("k", p384, PublicKeyDetails.PKIX_ECDSA_P384_SHA_256).details())
        .isEqualTo(PublicKeyDetails.PKIX_ECDSA_P384_SHA_256);
    var refused =
        catchThrowableOfType(
            RefusedException.class,
            () -> PublicKeys.spki("k", p384, PublicKeyDetails.PKIX_ECDSA_P256_SHA_256));
    assertThat(refused.kind()).isEqualTo(FailureClass.SIGNATURE);
  }

  /// Damage ends in a refusal or in another key, never in an unchecked exception.
  @Test
  void survivesDamage() throws Exception {
    var random = new Random(8);
    for (Bytes good : new Bytes[] {spki("EC", 256), spki("RSA", 2048), spki("Ed25519", 0)}) {
      for (int end = 0; end < good.size(); end++) {
        Bytes cut = good.slice(0, end);
        assertThat(catchThrowableOfType(RefusedException.class, () -> PublicKeys.spki("k", cut)))
            .isNotNull();
      }
      for (int i = 0; i < 2_000; i++) {
        byte[] bad = good.toArray();
        bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
        try {
          assertThat(PublicKeys.spki("k", Bytes.of(bad)).spki()).isNotEqualTo(good);
        } catch (RefusedException e) {
          assertThat(e.kind()).isIn(FailureClass.PARSE, FailureClass.SIGNATURE, FailureClass.LIMIT);
        }
      }
    }
  }
}
