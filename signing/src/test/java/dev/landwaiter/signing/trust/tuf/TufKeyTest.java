package dev.landwaiter.signing.trust.tuf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.encoding.Pem;
import dev.landwaiter.signing.encoding.StrictJson;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TufKeyTest {
  private static final Bytes MESSAGE = Bytes.utf8("message");

  private static TufKey key(String type, String scheme, String material) throws RefusedException {
    String text =
        "{\"keytype\":\"%s\",\"scheme\":\"%s\",\"keyval\":{\"public\":\"%s\"}}"
            .formatted(type, scheme, material.replace("\n", "\\n"));
    return TufKey.read(TufFields.of("key", StrictJson.parse("key", Bytes.utf8(text))));
  }

  private static String pem(KeyPair pair) {
    return new Pem("PUBLIC KEY", Bytes.of(pair.getPublic().getEncoded())).text();
  }

  private static Bytes sign(Signature signature, KeyPair pair) throws Exception {
    signature.initSign(pair.getPrivate());
    signature.update(MESSAGE.toArray());
    return Bytes.of(signature.sign());
  }

  @Test
  void fourSpellingsOfThreeKindsVerify() throws Exception {
    KeyPair elliptic = TufForge.pair();
    Bytes good = sign(Signature.getInstance("SHA256withECDSA"), elliptic);
    for (String type : new String[] {"ecdsa", "ecdsa-sha2-nistp256"}) {
      TufKey key = key(type, "ecdsa-sha2-nistp256", pem(elliptic));
      assertThat(key.verifies(MESSAGE, good)).isTrue();
      assertThat(key.verifies(MESSAGE.plus(MESSAGE), good)).isFalse();
      assertThat(key.verifies(MESSAGE, Bytes.EMPTY)).isFalse();
    }
    KeyPair edwards = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    Bytes spki = Bytes.of(edwards.getPublic().getEncoded());
    TufKey key = key("ed25519", "ed25519", spki.slice(12, 44).toHex());
    assertThat(key.verifies(MESSAGE, sign(Signature.getInstance("Ed25519"), edwards))).isTrue();
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    KeyPair rsa = generator.generateKeyPair();
    Signature pss = Signature.getInstance("RSASSA-PSS");
    pss.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
    assertThat(key("rsa", "rsassa-pss-sha256", pem(rsa)).verifies(MESSAGE, sign(pss, rsa)))
        .isTrue();
    assertThat(
            key("rsa", "rsassa-pss-sha256", pem(rsa))
                .verifies(MESSAGE, sign(Signature.getInstance("SHA256withRSA"), rsa)))
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "ml-dsa, ml-dsa-65, 00",
    "ecdsa, ecdsa-sha2-nistp384, 00",
    "ecdsa, ecdsa-sha2-nistp256, 04aa",
    "ecdsa, ecdsa-sha2-nistp256, -----BEGIN PUBLIC KEY-----",
    "ed25519, ed25519, 00",
    "ed25519, ed25519, zz",
    "ed25519, ed25519, ''",
    "rsa, rsassa-pss-sha256, ''",
  })
  void whatIsNotKnownNeverCounts(String type, String scheme, String material)
      throws RefusedException {
    TufKey key = key(type, scheme, material);
    assertThat(key.key()).isEmpty();
    assertThat(key.verifies(MESSAGE, Bytes.hex("00"))).isFalse();
  }
}
