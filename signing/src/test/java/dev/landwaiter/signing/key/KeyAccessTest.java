package dev.landwaiter.signing.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.SigningKey;
import dev.landwaiter.signing.VerificationKey;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyAccessTest {
  /// One Secret with the key whose password is `secret-word`.
  private record OneSecret(Map<String, Bytes> data) implements ClusterSecrets {
    @Override
    public Optional<Map<String, Bytes>> read(String namespace, String name) {
      return namespace.equals("space") && name.equals("name")
          ? Optional.of(data)
          : Optional.empty();
    }

    @Override
    public void write(String namespace, String name, Map<String, Bytes> more) {
      throw new AssertionError("nobody writes here");
    }
  }

  private static final class NoTokens implements KeyTokens {
    @Override
    public VerificationKey publicKey(TokenUri uri) throws IOException {
      throw new IOException("no token");
    }

    @Override
    public SigningKey signingKey(TokenUri uri) throws IOException {
      throw new IOException("no token");
    }
  }

  private static KeyAccess access(Map<String, Bytes> secret) throws IOException {
    String pub = Recorded.bytes("keys/plain.pub").toText();
    String key = Recorded.bytes("keys/plain.key").toText();
    return new KeyAccess(
        Recorded.ROOT,
        name -> Optional.ofNullable(Map.of("PUB", pub, "KEY", key).get(name)),
        (uri, limit) -> Recorded.bytes("keys" + uri.getPath()),
        new OneSecret(secret),
        new NoTokens(),
        new FixedPassword("secret-word"));
  }

  private static Map<String, Bytes> secret() throws IOException {
    return Map.of(
        "cosign.pub", Recorded.bytes("keys/plain.pub"),
        "cosign.key", Recorded.bytes("keys/plain.key"),
        "cosign.password", Bytes.utf8("secret-word"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"keys/plain.pub", "env://PUB", "http://h.example/plain.pub", "k8s://space/name"})
  void fetchesPublicKeys(String reference) throws Exception {
    assertThat(access(secret()).verificationKey(reference))
        .isEqualTo(PublicKeys.pem("k", Recorded.bytes("keys/plain.pub")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"keys/plain.key", "env://KEY", "http://h.example/plain.key", "k8s://space/name"})
  void fetchesPrivateKeys(String reference) throws Exception {
    assertThat(access(secret()).signingKey(reference).publicKey())
        .isEqualTo(PublicKeys.pem("k", Recorded.bytes("keys/plain.pub")));
  }

  @ParameterizedTest
  @CsvSource({
    "keys/none.pub, TRUST_ROOT",
    "env://NONE, TRUST_ROOT",
    "k8s://space/other, TRUST_ROOT",
    "certs/good.pem, USAGE",
    "keys/plain.key, USAGE",
    "nokms://x, USAGE",
    "keys/pub-empty.der, PARSE"
  })
  void saysWhatIsWrong(String reference, FailureClass kind) throws Exception {
    KeyAccess access = access(secret());
    var refused =
        catchThrowableOfType(RefusedException.class, () -> access.verificationKey(reference));
    assertThat(refused.kind()).isEqualTo(kind);
  }

  @Test
  void aSecretMustHoldItsParts() throws Exception {
    KeyAccess access = access(Map.of("cosign.key", Recorded.bytes("keys/plain.key")));
    for (boolean sign : new boolean[] {true, false}) {
      var refused =
          catchThrowableOfType(
              RefusedException.class,
              () -> {
                if (sign) {
                  access.signingKey("k8s://space/name");
                } else {
                  access.verificationKey("k8s://space/name");
                }
              });
      assertThat(refused).hasMessageContaining(sign ? "cosign.password" : "cosign.pub");
    }
  }

  @Test
  void aPublicKeyIsNoKeyToSignWith() throws Exception {
    KeyAccess access = access(secret());
    var refused =
        catchThrowableOfType(RefusedException.class, () -> access.signingKey("keys/plain.pub"));
    assertThat(refused.kind()).isEqualTo(FailureClass.PARSE);
  }
}
