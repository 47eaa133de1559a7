package dev.landwaiter.oci.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsExchange;
import dev.landwaiter.oci.Image;
import dev.landwaiter.oci.registry.TlsOptions.ClientCertificate;
import dev.landwaiter.testing.Certificates;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Certificates of ours, before servers that trust one of them.
class ClientKeysTest {
  @TempDir static Path folder;
  private static Certificates server;
  private static Certificates client;

  @BeforeAll
  static void make() {
    server = Certificates.make(folder, "server", "ip:127.0.0.1");
    client = Certificates.make(folder, "client", "dns:client.example");
  }

  private static SSLContext context() throws Exception {
    KeyStore own = load(server);
    var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(own, Certificates.PASSWORD.toCharArray());
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("client", load(client).getCertificate("test"));
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }

  private static KeyStore load(Certificates certificates) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(certificates.store())) {
      store.load(in, Certificates.PASSWORD.toCharArray());
    }
    return store;
  }

  private static Asking asking(ClientCertificate... clients) {
    return Asking.anonymously()
        .with(new TlsOptions(false, List.of(server.certificate()), List.of(clients)));
  }

  private static ClientCertificate shown(Certificates certificates) {
    return new ClientCertificate(certificates.certificate(), certificates.key());
  }

  @Test
  void aRegistryThatWantsACertificateGetsTheOneItTrusts() throws Exception {
    try (var registry = TestRegistry.startTls(context(), true)) {
      registry.image("app", "1", "amd64", "content");
      try (Image image = asking(shown(client)).open(registry.host() + "/app:1")) {
        assertThat(RegistryTest.text(image, 0)).isEqualTo("content");
      }
      Path both = folder.resolve("both.pem");
      Files.writeString(
          both, Files.readString(client.key()) + Files.readString(client.certificate()));
      try (Image image =
          asking(new ClientCertificate(both, both)).open(registry.host() + "/app:1")) {
        assertThat(image.layers()).hasSize(1);
      }
      assertThatThrownBy(() -> asking().open(registry.host() + "/app:1"))
          .hasMessageContaining("cannot reach " + registry.host())
          .hasMessageContaining("--client-cert");
    }
  }

  @Test
  void aServerElsewhereSeesNoCertificate() throws Exception {
    List<String> seen = new CopyOnWriteArrayList<>();
    try (var registry = TestRegistry.startTls(context(), true);
        var storage = TestRegistry.startTls(context(), false)) {
      registry.image("app", "1", "amd64", "content");
      storage.on(
          "/x",
          exchange -> {
            seen.add(peer((HttpsExchange) exchange));
            TestRegistry.give(200, "application/octet-stream", "content").handle(exchange);
          });
      try (Image image = asking(shown(client)).open(registry.host() + "/app:1")) {
        registry.on(
            "/v2/app/blobs/" + image.layers().getFirst().digest(),
            TestRegistry.redirect(307, "https://" + storage.host() + "/x"));
        assertThat(RegistryTest.text(image, 0)).isEqualTo("content");
      }
      assertThat(seen).containsExactly("nobody");
      storage.image("app", "1", "amd64", "content");
      storage.on(
          "/v2/",
          exchange -> {
            seen.add(peer((HttpsExchange) exchange));
            TestRegistry.give(200, "application/json", "{}").handle(exchange);
          });
      asking(shown(client)).open(storage.host() + "/app:1").close();
      assertThat(seen).containsExactly("nobody", "CN=test");
    }
  }

  private static String peer(HttpsExchange exchange) throws IOException {
    try {
      return exchange.getSSLSession().getPeerPrincipal().getName();
    } catch (SSLPeerUnverifiedException e) {
      return "nobody";
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-----BEGIN RSA PRIVATE KEY-----\\nczNjcmV0\\n-----END RSA PRIVATE KEY----- | openssl pkcs8",
        "-----BEGIN ENCRYPTED PRIVATE KEY-----\\nczNjcmV0\\n-----END ENCRYPTED PRIVATE KEY----- | openssl pkcs8",
        "-----BEGIN PRIVATE KEY-----\\nczNjcmV0\\n-----END PRIVATE KEY----- | it is broken or of a kind",
        "s3cret | there is no private key in PEM",
      })
  void aKeyThatCannotBeReadIsNamedWithAdvice(String content, String says) throws IOException {
    Path key = folder.resolve("broken-" + says.hashCode() + content.hashCode() + ".key");
    Files.writeString(key, content.replace("\\n", "\n"));
    assertThatThrownBy(
            () -> asking(new ClientCertificate(client.certificate(), key)).open("127.0.0.1:1/app"))
        .hasMessageContaining(key.toString())
        .hasMessageContaining(says)
        .hasMessageNotContaining("czNjcmV0")
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void nothingIsThereIsTold() {
    var missing = new ClientCertificate(folder.resolve("none.pem"), client.key());
    assertThatThrownBy(() -> asking(missing).open("127.0.0.1:1/app"))
        .hasMessageContaining("none.pem")
        .hasMessageContaining("does not exist");
  }
}
