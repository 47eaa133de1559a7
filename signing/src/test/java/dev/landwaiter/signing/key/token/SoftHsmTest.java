package dev.landwaiter.signing.key.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.SigningKey;
import dev.landwaiter.signing.encoding.Pem;
import dev.landwaiter.signing.key.SignatureCheck;
import dev.landwaiter.signing.key.TokenUri;
import dev.landwaiter.testing.Programs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A real module, where SoftHSM is installed and `SOFTHSM2_CONF` names a configuration of which the
/// tokens may be changed; [TokenModulesTest] has the same against a module of our own.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SoftHsmTest {
  private static final Path MODULE = Path.of("/usr/lib/softhsm/libsofthsm2.so");
  private static final Bytes MESSAGE = Bytes.utf8("what is signed");

  private final String token = "landwaiter " + UUID.randomUUID().toString().substring(0, 8);

  private final Map<String, Made> made = new TreeMap<>();

  private record Made(String id, Bytes spki) {}

  private TokenModules modules(String pin) {
    var environment = Map.of("COSIGN_PKCS11_MODULE_PATH", MODULE.toString());
    return new TokenModules(
        name -> Optional.ofNullable(environment.get(name)), _ -> Optional.of(pin));
  }

  /// A module sees only the tokens that were there when it was loaded.
  @BeforeAll
  void prepare(@TempDir Path folder) throws Exception {
    assumeTrue(Files.exists(MODULE) && System.getenv("SOFTHSM2_CONF") != null);
    Programs.run(
        folder,
        "softhsm2-util",
        "--init-token",
        "--free",
        "--label",
        token,
        "--pin",
        "1234",
        "--so-pin",
        "5678");
    int number = 1;
    for (String kind : List.of("EC 256", "EC 384", "EC 521", "RSA 2048", "Ed25519 255")) {
      var generator = KeyPairGenerator.getInstance(kind.substring(0, kind.indexOf(' ')));
      generator.initialize(Integer.parseInt(kind.substring(kind.indexOf(' ') + 1)));
      KeyPair pair = generator.generateKeyPair();
      Path file = folder.resolve("key.pem");
      Files.writeString(
          file, new Pem("PRIVATE KEY", Bytes.of(pair.getPrivate().getEncoded())).text());
      Programs.run(
          folder,
          "softhsm2-util",
          "--import",
          file.toString(),
          "--token",
          token,
          "--label",
          kind,
          "--id",
          "0a0" + number,
          "--pin",
          "1234");
      made.put(kind, new Made("%0a%0" + number++, Bytes.of(pair.getPublic().getEncoded())));
    }
    // Once somebody is logged in, a process stays so, whatever PIN is given.
    assertThat(
            catchThrowableOfType(
                RefusedException.class, () -> modules("9999").signingKey(uri("object=EC%20256"))))
        .hasMessageContaining("the PIN is wrong")
        .hasMessageNotContaining("9999");
  }

  private TokenUri uri(String rest) throws RefusedException {
    return TokenUri.parse("pkcs11:token=" + token.replace(" ", "%20") + ";" + rest);
  }

  @ParameterizedTest
  @ValueSource(strings = {"EC 256", "EC 384", "EC 521", "RSA 2048", "Ed25519 255"})
  void keysOfTheTokenSign(String kind) throws Exception {
    Made wanted = Objects.requireNonNull(made.get(kind));
    Bytes expected = wanted.spki();
    TokenUri named = uri("object=" + kind.replace(" ", "%20"));
    assertThat(modules("").publicKey(named).spki()).isEqualTo(expected);
    SigningKey key = modules("1234").signingKey(uri("id=" + wanted.id()));
    assertThat(key.publicKey().spki()).isEqualTo(expected);
    Bytes signature = key.sign(MESSAGE.toArray(), key.publicKey().details());
    assertThat(
            SignatureCheck.verify(key.publicKey(), key.publicKey().details(), MESSAGE, signature))
        .isTrue();
  }

  @Test
  void keysAreListed() throws Exception {
    Token found =
        Token.all(MODULE.toString()).stream()
            .filter(each -> each.label().equals(token))
            .findFirst()
            .orElseThrow();
    assertThat(TokenModules.keys(MODULE.toString(), found.slot(), Optional.empty()))
        .extracting(Token.Key::label)
        .containsExactlyInAnyOrderElementsOf(made.keySet());
  }

  @Test
  void saysWhatIsWrong() throws Exception {
    assertThat(
            catchThrowableOfType(
                RefusedException.class, () -> modules("").publicKey(uri("object=other"))))
        .hasMessageContaining("no public key");
    assertThat(
            catchThrowableOfType(
                RefusedException.class,
                () -> modules("").publicKey(TokenUri.parse("pkcs11:token=other;object=EC%20256"))))
        .hasMessageContaining("no token");
  }
}
