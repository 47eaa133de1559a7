package dev.landwaiter.oci.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.oci.Image;
import dev.landwaiter.oci.ImageException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistryTlsTest {
  private static final String PASSWORD = "changeit";

  @TempDir static Path folder;

  /// For this machine and for `r.example`.
  private static KeyStore right;

  /// For a host that nobody asks for.
  private static KeyStore other;

  @BeforeAll
  static void makeCertificates() throws Exception {
    right = certificate("right", "SAN=ip:127.0.0.1,dns:r.example");
    other = certificate("other", "SAN=dns:other.example");
  }

  /// A certificate signed by itself, which is also put into a file in PEM.
  private static KeyStore certificate(String name, String hosts) throws Exception {
    Path keys = folder.resolve(name + ".p12");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-J-XX:TieredStopAtLevel=1",
                "-genkeypair",
                "-alias",
                "test",
                "-keyalg",
                "EC",
                "-dname",
                "CN=test",
                "-ext",
                hosts,
                "-keystore",
                keys.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("keytool.log").toFile())
            .start();
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(folder.resolve("keytool.log"))).isZero();
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keys)) {
      store.load(in, PASSWORD.toCharArray());
    }
    byte[] certificate = store.getCertificate("test").getEncoded();
    Files.writeString(
        folder.resolve(name + ".pem"),
        "-----BEGIN CERTIFICATE-----\n%s\n-----END CERTIFICATE-----\n"
            .formatted(Base64.getMimeEncoder().encodeToString(certificate)));
    return store;
  }

  private static TlsOptions trusting(String name) {
    return new TlsOptions(false, Optional.of(folder.resolve(name + ".pem")));
  }

  private static TestRegistry start(KeyStore store) throws IOException, GeneralSecurityException {
    var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    var registry = TestRegistry.startTls(context);
    registry.image("app", "1", "amd64", "by tls");
    return registry;
  }

  @Test
  void aCertificateOfOnesOwnIsTrustedWhenGiven() throws Exception {
    TlsOptions trusting = trusting("right");
    try (var registry = start(right);
        Image image = Asking.anonymously().with(trusting).open(registry.host() + "/app:1")) {
      assertThat(RegistryTest.text(image, 0)).isEqualTo("by tls");
    }
  }

  @Test
  void anUnknownCertificateIsRefusedWithAdvice() throws Exception {
    try (var registry = start(right)) {
      assertThatThrownBy(() -> Asking.anonymously().open(registry.host() + "/app:1"))
          .hasMessageContaining("TLS failed: its certificate is signed by nobody we trust")
          .hasMessageContaining("--cacert")
          .satisfies(
              e -> assertThat(RegistryTest.code(e)).isEqualTo(ImageException.Code.UNREACHABLE));
    }
  }

  @Test
  void aTrustedCertificateForAnotherHostIsRefused() throws Exception {
    TlsOptions trusting = trusting("other");
    try (var registry = start(other)) {
      assertThatThrownBy(() -> Asking.anonymously().with(trusting).open(registry.host() + "/app:1"))
          .hasMessageContaining("TLS failed: its certificate is for another host");
    }
  }

  /// What the JDK tells of a server without TLS depends on whether it sees the server's answer or
  /// its end first.
  @ParameterizedTest
  @CsvSource({
    "'Unsupported or unrecognized SSL message, plaintext connection?', it does not speak TLS",
    "Remote host terminated the handshake, 'one that does not speak TLS'",
  })
  void aServerWithoutTlsIsSaidToBeOne(String told, String said) {
    var uri = URI.create("https://r.example/v2/");
    assertThat(Http.unreachable(uri, new SSLException(told)))
        .hasMessageContaining(said)
        .hasMessageContaining("(--insecure allows plain HTTP)")
        .satisfies(
            e -> assertThat(RegistryTest.code(e)).isEqualTo(ImageException.Code.UNREACHABLE));
  }

  @Test
  void insecureTakesAnyCertificateForAnyHost() throws Exception {
    var insecure = new TlsOptions(true, Optional.empty());
    try (var registry = start(other);
        Image image = Asking.anonymously().with(insecure).open(registry.host() + "/app:1")) {
      assertThat(RegistryTest.text(image, 0)).isEqualTo("by tls");
    }
  }

  @Test
  void aDistantRegistryIsReachedByTlsOnlyAndThroughTheProxy() throws Exception {
    TlsOptions trusting = trusting("right");
    try (var registry = start(right);
        var proxy = new TestProxy(registry.port())) {
      Asking asking = Asking.anonymously().through(proxy.selector());
      try (Image image = asking.with(trusting).open("r.example/app:1")) {
        assertThat(RegistryTest.text(image, 0)).isEqualTo("by tls");
      }
      assertThatThrownBy(() -> asking.open("r.example/app:1")).hasMessageContaining("TLS failed");
      assertThat(proxy.requests()).allMatch(line -> line.startsWith("CONNECT r.example:443 "));
    }
  }

  @Test
  void aTokenServiceWithoutTlsIsRefusedForADistantRegistry() throws Exception {
    TlsOptions trusting = trusting("right");
    try (var registry = start(right);
        var proxy = new TestProxy(registry.port())) {
      registry.protect(List.of("Bearer realm=\"http://auth.example/token\""));
      Asking asking = Asking.as(new Login.Password("anna", "s3cret")).with(trusting);
      assertThatThrownBy(() -> asking.through(proxy.selector()).open("r.example/app:1"))
          .hasMessageContaining("leaves HTTPS");
      assertThat(proxy.requests()).allMatch(line -> line.startsWith("CONNECT r.example:443 "));
    }
  }

  @Test
  void aRedirectOutOfTlsIsRefused() throws Exception {
    TlsOptions trusting = trusting("right");
    try (var registry = start(right);
        var storage = TestRegistry.start()) {
      registry.on(
          "/v2/app/manifests/1", TestRegistry.redirect(307, "http://" + storage.host() + "/x"));
      assertThatThrownBy(() -> Asking.anonymously().with(trusting).open(registry.host() + "/app:1"))
          .hasMessageContaining("leaves HTTPS");
      assertThat(storage.requests()).isEmpty();
    }
  }

  @Test
  void aFileWithoutCertificateIsRefused() throws IOException {
    Path empty = Files.createFile(folder.resolve("empty.pem"));
    var options = new TlsOptions(false, Optional.of(empty));
    assertThatThrownBy(() -> Asking.anonymously().with(options).open("127.0.0.1:1/app"))
        .hasMessageContaining("empty.pem")
        .satisfies(e -> assertThat(RegistryTest.code(e)).isEqualTo(ImageException.Code.INVALID));
  }
}
