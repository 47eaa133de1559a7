package dev.landwaiter.signing.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.HashAlgorithm;
import dev.landwaiter.signing.PublicKeyDetails.Scheme;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.encoding.Der;
import dev.landwaiter.signing.testing.CertificateDraft;
import java.security.KeyPair;
import java.security.Signature;
import java.util.Optional;
import org.bouncycastle.operator.DefaultSignatureAlgorithmIdentifierFinder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamedAlgorithmTest {
  private static NamedAlgorithm read(Bytes identifier, Optional<HashAlgorithm> digest)
      throws RefusedException {
    return NamedAlgorithm.read("it", Der.only("it", identifier), digest);
  }

  private static Bytes named(String name) throws Exception {
    return Bytes.of(new DefaultSignatureAlgorithmIdentifierFinder().find(name).getEncoded());
  }

  @ParameterizedTest
  @CsvSource({
    "SHA256withECDSA, ECDSA, SHA2_256",
    "SHA384withECDSA, ECDSA, SHA2_384",
    "SHA512withECDSA, ECDSA, SHA2_512",
    "SHA256withRSA, RSA_PKCS1, SHA2_256",
    "SHA384withRSA, RSA_PKCS1, SHA2_384",
    "SHA512withRSA, RSA_PKCS1, SHA2_512",
    "SHA256withRSAandMGF1, RSA_PSS, SHA2_256",
    "SHA384withRSAandMGF1, RSA_PSS, SHA2_384",
    "SHA512withRSAandMGF1, RSA_PSS, SHA2_512",
    "Ed25519, ED25519, SHA2_512",
  })
  void goodOnes(String name, Scheme scheme, HashAlgorithm hash) throws Exception {
    assertThat(read(named(name), Optional.empty())).isEqualTo(new NamedAlgorithm(scheme, hash));
  }

  @ParameterizedTest
  @CsvSource({
    "SHA1withECDSA, SHA-1",
    "SHA1withRSA, SHA-1",
    "MD5withRSA, MD5",
    "SHA224withECDSA, 1.2.840.10045.4.3.1",
    "SHA1withRSAandMGF1, RSASSA-PSS",
    "SHA224withRSAandMGF1, RSASSA-PSS",
    "Ed448, 1.3.101.113",
    "SHA256withDSA, 2.16.840.1.101.3.4.3.2",
  })
  void badOnes(String name, String words) throws Exception {
    Bytes identifier = named(name);
    RefusedException refusal =
        catchThrowableOfType(RefusedException.class, () -> read(identifier, Optional.empty()));
    assertThat(refusal.kind()).isEqualTo(FailureClass.SIGNATURE);
    assertThat(refusal).hasMessageContaining(words);
  }

  @ParameterizedTest
  @CsvSource({
    // ECDSA and Ed25519 with empty parameters, RSA with others, PSS without; three parts; none
    "300c06082a8648ce3d0403020500, PARSE",
    "300706032b65700500, PARSE",
    "300e06092a864886f70d01010b020101, PARSE",
    "300f06082a8648ce3d04030205000500, PARSE",
    "3000, PARSE",
    "300b06092a864886f70d01010a, SIGNATURE",
    // The hash stays open
    "300906072a8648ce3d0201, SIGNATURE",
    "300d06092a864886f70d0101010500, SIGNATURE",
  })
  void malformedOnes(String hex, FailureClass kind) {
    assertThat(
            catchThrowableOfType(
                    RefusedException.class, () -> read(Bytes.hex(hex), Optional.empty()))
                .kind())
        .isEqualTo(kind);
  }

  @Test
  void openHashesComeFromOutside() throws Exception {
    assertThat(read(Bytes.hex("300906072a8648ce3d0201"), Optional.of(HashAlgorithm.SHA2_384)))
        .isEqualTo(new NamedAlgorithm(Scheme.ECDSA, HashAlgorithm.SHA2_384));
    // A name that says its hash is not overruled.
    assertThat(read(named("SHA256withRSA"), Optional.of(HashAlgorithm.SHA2_512)).hash())
        .isEqualTo(HashAlgorithm.SHA2_256);
  }

  @Test
  void signaturesOfAnotherKindAreWrong() throws Exception {
    Bytes message = Bytes.utf8("message");
    KeyPair pair = CertificateDraft.keys("P-256");
    Signature signature = Signature.getInstance("SHA512withECDSA");
    signature.initSign(pair.getPrivate());
    signature.update(message.toArray());
    Bytes right = Bytes.of(signature.sign());
    var key = PublicKeys.spki("key", Bytes.of(pair.getPublic().getEncoded()));
    var rsa =
        PublicKeys.spki("key", Bytes.of(CertificateDraft.keys("RSA2048").getPublic().getEncoded()));
    var algorithm = new NamedAlgorithm(Scheme.ECDSA, HashAlgorithm.SHA2_512);
    assertThat(algorithm.verify(key, message, right)).isTrue();
    assertThat(algorithm.verify(key, message, right.plus(Bytes.hex("00")))).isFalse();
    assertThat(algorithm.verify(key, message.plus(message), right)).isFalse();
    assertThat(algorithm.verify(rsa, message, right)).isFalse();
    for (Scheme scheme : Scheme.values()) {
      assertThat(new NamedAlgorithm(scheme, HashAlgorithm.SHA2_256).verify(key, message, right))
          .isFalse();
      assertThat(new NamedAlgorithm(scheme, HashAlgorithm.SHA2_256).verify(rsa, message, right))
          .isFalse();
    }
    // r and s side by side are no signature here.
    Signature raw = Signature.getInstance("SHA512withECDSAinP1363Format");
    raw.initSign(pair.getPrivate());
    raw.update(message.toArray());
    assertThat(algorithm.verify(key, message, Bytes.of(raw.sign()))).isFalse();
  }
}
