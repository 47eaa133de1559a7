package dev.landwaiter.oci.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.oci.Image;
import dev.landwaiter.oci.ImageException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryTlsTest {
  private static final String PASSWORD = "changeit";

  @TempDir Path folder;

  /// A certificate signed by itself, and its file in PEM.
  private Path certificate(String name) throws IOException, InterruptedException {
    keytool(
        "-genkeypair",
        "-alias",
        "test",
        "-keyalg",
        "EC",
        "-dname",
        "CN=test",
        "-ext",
        name,
        "-keystore",
        "key.p12",
        "-storetype",
        "PKCS12",
        "-storepass",
        PASSWORD);
    keytool(
        "-exportcert",
        "-rfc",
        "-alias",
        "test",
        "-file",
        "ca.pem",
        "-keystore",
        "key.p12",
        "-storepass",
        PASSWORD);
    return folder.resolve("ca.pem");
  }

  private void keytool(String... arguments) throws IOException, InterruptedException {
    List<String> command = new java.util.ArrayList<>(List.of(arguments));
    command.addFirst(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("keytool.log").toFile())
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue())
        .as(() -> "keytool, see " + folder.resolve("keytool.log"))
        .isZero();
  }

  private TestRegistry start() throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(folder.resolve("key.p12"))) {
      store.load(in, PASSWORD.toCharArray());
    }
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
    var trusting = new TlsOptions(false, Optional.of(certificate("SAN=ip:127.0.0.1")));
    try (var registry = start();
        Image image = Asking.anonymously().with(trusting).open(registry.host() + "/app:1")) {
      assertThat(RegistryTest.text(image, 0)).isEqualTo("by tls");
    }
  }

  @Test
  void anUnknownCertificateIsRefusedWithAdvice() throws Exception {
    certificate("SAN=ip:127.0.0.1");
    try (var registry = start()) {
      assertThatThrownBy(() -> Asking.anonymously().open(registry.host() + "/app:1"))
          .hasMessageContaining("TLS failed")
          .hasMessageContaining("--cacert")
          .satisfies(
              e -> assertThat(RegistryTest.code(e)).isEqualTo(ImageException.Code.UNREACHABLE));
    }
  }

  @Test
  void aTrustedCertificateForAnotherHostIsRefused() throws Exception {
    var trusting = new TlsOptions(false, Optional.of(certificate("SAN=dns:other.example")));
    try (var registry = start()) {
      assertThatThrownBy(() -> Asking.anonymously().with(trusting).open(registry.host() + "/app:1"))
          .hasMessageContaining("TLS failed");
    }
  }

  @Test
  void insecureTakesAnyCertificateForAnyHost() throws Exception {
    certificate("SAN=dns:other.example");
    var insecure = new TlsOptions(true, Optional.empty());
    try (var registry = start();
        Image image = Asking.anonymously().with(insecure).open(registry.host() + "/app:1")) {
      assertThat(RegistryTest.text(image, 0)).isEqualTo("by tls");
    }
  }

  @Test
  void aRedirectOutOfTlsIsRefused() throws Exception {
    var trusting = new TlsOptions(false, Optional.of(certificate("SAN=ip:127.0.0.1")));
    try (var registry = start();
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
