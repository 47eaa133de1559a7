package dev.landwaiter.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.server.Answer;
import dev.landwaiter.server.Request;
import dev.landwaiter.server.Service;
import dev.landwaiter.testing.Certificates;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {
  private static final Service HELLO =
      new Service() {
        @Override
        public String name() {
          return "hello";
        }

        @Override
        public Optional<Answer> answer(Request request) {
          return Optional.of(Answer.text(200, "hello"));
        }
      };

  private static HttpFrame start(Path certificate, Path key) throws Exception {
    return HttpFrame.start(
        new ListenAddress("127.0.0.1", 0),
        new HttpFrame.Door(Optional.of(new TlsFiles(certificate, key)), Optional.empty()),
        Limits.of(1L << 30, 2),
        List.of(HELLO),
        new HttpFrame.Surroundings(System::nanoTime, 0, (about, e) -> {}));
  }

  @Test
  void servesWithACertificate(@TempDir Path folder) throws Exception {
    var certificates = Certificates.make(folder, "server", "ip:127.0.0.1");
    try (HttpFrame frame = start(certificates.certificate(), certificates.key());
        HttpClient client =
            HttpClient.newBuilder().sslContext(trusting(certificates.store())).build()) {
      var request =
          HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + frame.port() + "/a")).build();
      var answer = client.send(request, BodyHandlers.ofString());
      assertThat(answer.body()).isEqualTo("hello");
      assertThat(answer.sslSession().orElseThrow().getProtocol()).isEqualTo("TLSv1.3");
    }
  }

  @Test
  void aBrokenKeyIsSaid(@TempDir Path folder) throws Exception {
    var certificates = Certificates.make(folder, "server", "ip:127.0.0.1");
    Path key = Files.writeString(folder.resolve("broken.key"), "no key");
    assertThatThrownBy(() -> start(certificates.certificate(), key))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("broken.key cannot be read: there is no private key in PEM");
  }

  private static SSLContext trusting(Path store) throws Exception {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (var in = Files.newInputStream(store)) {
      keys.load(in, Certificates.PASSWORD.toCharArray());
    }
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("server", keys.getCertificate("test"));
    var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, factory.getTrustManagers(), null);
    return context;
  }
}
