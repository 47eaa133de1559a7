package dev.landwaiter.signing.key.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.PublicKeyDetails;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.SigningKey;
import dev.landwaiter.signing.VerificationKey;
import dev.landwaiter.signing.encoding.Der;
import dev.landwaiter.signing.key.SignatureCheck;
import dev.landwaiter.signing.key.TokenUri;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Keys of a device against a module of our own; [SoftHsmTest] has the same against a real one.
class TokenModulesTest {
  private static final Bytes MESSAGE = Bytes.utf8("what is signed");
  private static final Bytes ID = Bytes.hex("0a0b");

  private static TokenModules modules(FakeModule fake, String pin) throws Exception {
    NativeModule module = fake.module();
    return new TokenModules(
        name -> name.endsWith("PATH") ? Optional.of("/fake.so") : Optional.empty(),
        _ -> pin.isEmpty() ? Optional.empty() : Optional.of(pin),
        _ -> module);
  }

  private static KeyPair pair(String algorithm, int size) throws Exception {
    var generator = KeyPairGenerator.getInstance(algorithm);
    generator.initialize(size);
    return generator.generateKeyPair();
  }

  private static Map<Long, Bytes> attributes(long kind) {
    Map<Long, Bytes> all = new LinkedHashMap<>();
    all.put(TokenSession.CLASS, TokenSession.number(kind));
    all.put(TokenSession.LABEL, Bytes.utf8("k"));
    all.put(TokenSession.ID, ID);
    return all;
  }

  /// A token with a pair as devices keep it.
  private static FakeModule holding(KeyPair pair, KeyPair shown, boolean eachTime)
      throws Exception {
    Map<Long, Bytes> open = attributes(TokenSession.PUBLIC_KEY);
    String algorithm;
    if (shown.getPublic() instanceof RSAPublicKey rsa) {
      open.put(TokenSession.KEY_TYPE, TokenSession.number(0));
      open.put(TokenSession.MODULUS, Bytes.of(rsa.getModulus().toByteArray()));
      open.put(TokenSession.PUBLIC_EXPONENT, Bytes.hex("010001"));
      algorithm = "NONEwithRSA";
    } else {
      var spki = Der.only("k", Bytes.of(shown.getPublic().getEncoded())).inner("k");
      Bytes bits = spki.get(1).content();
      boolean edwards = shown.getPublic().getAlgorithm().equals("EdDSA");
      open.put(TokenSession.KEY_TYPE, TokenSession.number(edwards ? 0x40 : 3));
      if (!edwards) {
        open.put(TokenSession.EC_PARAMS, spki.get(0).inner("k").get(1).whole());
      }
      open.put(TokenSession.EC_POINT, Der.encode(Der.OCTET_STRING, bits.slice(1, bits.size())));
      algorithm = edwards ? "Ed25519" : "NONEwithECDSAinP1363Format";
    }
    Map<Long, Bytes> secret = attributes(TokenSession.PRIVATE_KEY);
    secret.put(TokenSession.ALWAYS_AUTHENTICATE, Bytes.hex(eachTime ? "01" : "00"));
    var fake = new FakeModule();
    fake.add(new FakeModule.Item(open, Optional.empty(), ""));
    fake.add(new FakeModule.Item(secret, Optional.of(pair.getPrivate()), algorithm));
    return fake;
  }

  @ParameterizedTest
  @CsvSource({
    "EC, 256, 0x1041, false",
    "EC, 384, 0x1041, true",
    "EC, 521, 0x1041, false",
    "RSA, 2048, 0x1, false",
    "Ed25519, 255, 0x1057, true"
  })
  void keysOfTheTokenSign(String algorithm, int size, String mechanism, boolean eachTime)
      throws Exception {
    KeyPair pair = pair(algorithm, size);
    FakeModule fake = holding(pair, pair, eachTime);
    TokenModules modules = modules(fake, "1234");
    VerificationKey open = modules.publicKey(TokenUri.parse("pkcs11:token=a%20token;object=k"));
    assertThat(open.spki()).isEqualTo(Bytes.of(pair.getPublic().getEncoded()));
    assertThat(fake.calls()).contains("initialize 2").doesNotContain("login 1");
    SigningKey key = modules.signingKey(TokenUri.parse("pkcs11:slot-id=5;serial=0007;id=%0a%0b"));
    assertThat(key.publicKey()).isEqualTo(open);
    Bytes signature = key.sign(MESSAGE.toArray(), open.details());
    assertThat(SignatureCheck.verify(open, open.details(), MESSAGE, signature)).isTrue();
    assertThat(fake.calls()).contains("sign by " + mechanism, "login 1");
    assertThat(fake.calls().contains("login 2")).isEqualTo(eachTime);
  }

  @Test
  void whatADeviceSignsIsChecked() throws Exception {
    FakeModule fake = holding(pair("EC", 256), pair("EC", 256), false);
    SigningKey key = modules(fake, "1234").signingKey(TokenUri.parse("pkcs11:object=k"));
    var refused =
        catchThrowableOfType(
            RefusedException.class,
            () -> key.sign(MESSAGE.toArray(), PublicKeyDetails.PKIX_ECDSA_P256_SHA_256));
    assertThat(refused.kind()).isEqualTo(FailureClass.SIGNATURE);
    assertThat(refused).hasMessageContaining("does not verify");
  }

  @Test
  void aSchemeThatIsNotBuiltIsRefused() throws Exception {
    KeyPair pair = pair("Ed25519", 255);
    SigningKey key =
        modules(holding(pair, pair, false), "1234").signingKey(TokenUri.parse("pkcs11:object=k"));
    assertThat(
            catchThrowableOfType(
                    RefusedException.class,
                    () -> key.sign(MESSAGE.toArray(), PublicKeyDetails.PKIX_ED25519_PH))
                .kind())
        .isEqualTo(FailureClass.SIGNATURE);
  }

  @ParameterizedTest
  @CsvSource({
    "pkcs11:token=other;object=k, 1234, no token",
    "pkcs11:slot-id=6;object=k, 1234, no token",
    "pkcs11:manufacturer=they;object=k, 1234, no token",
    "pkcs11:object=other, 1234, no private key",
    "pkcs11:id=%0a, 1234, no private key",
    "pkcs11:token=a%20token, 1234, names no key",
    "pkcs11:object=k, 9999, the PIN is wrong",
    "pkcs11:object=k?pin-value=9999, 1234, the PIN is wrong",
    "pkcs11:object=k, '', wants a PIN"
  })
  void whatIsWrongIsSaidWithoutThePin(String uri, String pin, String said) throws Exception {
    KeyPair pair = pair("EC", 256);
    FakeModule fake = holding(pair, pair, false);
    TokenModules modules = modules(fake, pin);
    var refused =
        catchThrowableOfType(RefusedException.class, () -> modules.signingKey(TokenUri.parse(uri)));
    assertThat(refused).hasMessageContaining(said).hasMessageNotContaining("9999");
    // A wrong PIN is tried once: devices count.
    assertThat(fake.calls().stream().filter("login 1"::equals).count()).isLessThan(2);
  }

  @Test
  void severalKeysOfOneNameAreRefused() throws Exception {
    KeyPair pair = pair("EC", 256);
    FakeModule fake = holding(pair, pair, false);
    fake.add(
        new FakeModule.Item(
            attributes(TokenSession.PRIVATE_KEY), Optional.of(pair.getPrivate()), "Ed25519"));
    TokenModules modules = modules(fake, "1234");
    assertThat(
            catchThrowableOfType(
                RefusedException.class,
                () -> modules.signingKey(TokenUri.parse("pkcs11:object=k"))))
        .hasMessageContaining("2 keys");
  }

  @Test
  void tokensAndKeysAreListedWithUrisThatLeadBack() throws Exception {
    KeyPair pair = pair("EC", 256);
    NativeModule module = holding(pair, pair, false).module();
    Token token = Token.all(module).getFirst();
    assertThat(token).isEqualTo(new Token(5, "a token", "we", "m1", "0007"));
    assertThat(TokenModules.keys(module, 5, Optional.empty()))
        .containsExactly(new Token.Key(ID, "k"));
    Token.Key key = TokenModules.keys(module, 5, Optional.of(Bytes.utf8("1234"))).getFirst();
    TokenUri uri = TokenUri.parse(key.uri(token, "/lib/a module.so"));
    assertThat(uri.id()).contains(ID);
    assertThat(uri.text("token")).contains("a token");
    assertThat(uri.text("object")).contains("k");
    assertThat(uri.slot()).hasValue(5);
    assertThat(uri.module()).contains("/lib/a module.so");
  }

  @Test
  void aFileThatIsNoModuleIsRefused() {
    for (String file : new String[] {"relative.so", "/none.so"}) {
      assertThat(catchThrowableOfType(RefusedException.class, () -> NativeModule.load(file)).kind())
          .isEqualTo(FailureClass.USAGE);
    }
  }
}
