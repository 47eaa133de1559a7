package dev.landwaiter.cli.command.rego;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.landwaiter.rego.HttpAnswer;
import dev.landwaiter.rego.HttpRequest;
import dev.landwaiter.rego.OutsideException;
import dev.landwaiter.testing.Certificates;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenNetworkTest {
  private static final HttpRequest.Tls PLAIN =
      new HttpRequest.Tls(
          true, List.of(), Optional.empty(), Optional.empty(), false, Optional.empty());

  private final CountDownLatch finished = new CountDownLatch(1);
  private HttpServer server;
  private Wanted wanted;

  /// A request in the making.
  private record Wanted(
      String url,
      String method,
      Optional<String> body,
      Duration timeout,
      Optional<List<String>> hosts,
      HttpRequest.Tls tls) {
    HttpAnswer send() throws OutsideException {
      Map<String, List<String>> headers =
          Map.of("x-one", List.of("1"), "Authorization", List.of("secret"), "Host", List.of("h"));
      return OpenNetwork.send(
          new HttpRequest(method, url, headers, body, timeout, true, hosts, tls, 100_000));
    }

    Wanted url(String other) {
      return new Wanted(other, method, body, timeout, hosts, tls);
    }

    Wanted hosts(String... names) {
      return new Wanted(url, method, body, timeout, Optional.of(List.of(names)), tls);
    }

    Wanted within(Duration time) {
      return new Wanted(url, method, body, time, hosts, tls);
    }

    Wanted post(String text) {
      return new Wanted(url, "POST", Optional.of(text), timeout, hosts, tls);
    }

    Wanted trusting(String authority, boolean unverified) {
      var tls =
          new HttpRequest.Tls(
              false,
              authority.isEmpty() ? List.of() : List.of(authority),
              Optional.empty(),
              Optional.empty(),
              unverified,
              Optional.empty());
      return new Wanted(url, method, body, timeout, hosts, tls);
    }
  }

  OpenNetworkTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    wanted =
        new Wanted(
            at(server, ""),
            "GET",
            Optional.empty(),
            Duration.ofSeconds(60),
            Optional.empty(),
            PLAIN);
  }

  private static String at(HttpServer server, String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  @BeforeEach
  void serve() {
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/echo", OpenNetworkTest::echo);
    server.createContext(
        "/round", exchange -> redirect(exchange, 302, exchange.getRequestURI().toString()));
    server.createContext("/see", exchange -> redirect(exchange, 303, "/echo"));
    server.createContext("/same", exchange -> redirect(exchange, 307, "/echo"));
    server.createContext(
        "/away",
        exchange -> redirect(exchange, 302, at(server, "/echo").replace("127.0.0.1", "localhost")));
    server.createContext("/file", exchange -> redirect(exchange, 302, "file:///etc/hostname"));
    server.createContext("/much", exchange -> answer(exchange, "x".repeat(100_001)));
    server.createContext("/silent", exchange -> await());
    server.createContext(
        "/slow",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write(1);
          exchange.getResponseBody().flush();
          await();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    finished.countDown();
    server.stop(0);
  }

  private void await() {
    try {
      finished.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void redirect(HttpExchange exchange, int status, String to) throws IOException {
    exchange.getResponseHeaders().add("Location", to);
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  /// Answers with what it was asked.
  private static void echo(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    answer(
        exchange,
        exchange.getRequestMethod()
            + " "
            + exchange.getRequestHeaders().getFirst("x-one")
            + " "
            + exchange.getRequestHeaders().getFirst("authorization")
            + " "
            + body);
  }

  private static void answer(HttpExchange exchange, String text) throws IOException {
    exchange.getResponseHeaders().add("X-Answer", "yes");
    exchange.sendResponseHeaders(200, text.length());
    try (exchange) {
      exchange.getResponseBody().write(text.getBytes(UTF_8));
    }
  }

  private Wanted to(String path) {
    return wanted.url(at(server, path));
  }

  private static String text(HttpAnswer answer) {
    return UTF_8.decode(answer.body().duplicate()).toString();
  }

  private static void fails(Wanted wanted, OutsideException.Reason reason, String message) {
    assertThatThrownBy(wanted::send)
        .isInstanceOfSatisfying(
            OutsideException.class, e -> assertThat(e.reason()).isEqualTo(reason))
        .hasMessageContaining(message);
  }

  @Test
  void aRequestIsAnswered() throws OutsideException {
    HttpAnswer answer = to("/echo").post("content").send();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.reason()).isEqualTo("OK");
    assertThat(answer.headers()).containsEntry("x-answer", List.of("yes"));
    assertThat(text(answer)).isEqualTo("POST 1 secret content");
  }

  @Test
  void redirectsAreFollowed() throws OutsideException {
    assertThat(text(to("/see").post("content").send())).isEqualTo("GET 1 secret ");
    assertThat(text(to("/same").post("content").send())).isEqualTo("POST 1 secret content");
    fails(to("/round"), OutsideException.Reason.NETWORK, "stopped after 10 redirects");
    fails(to("/file"), OutsideException.Reason.NETWORK, "unsupported protocol scheme \"file\"");
  }

  @Test
  void anotherHostIsCheckedAndLearnsNoSecrets() throws OutsideException {
    assertThat(text(to("/away").send())).isEqualTo("GET 1 null ");
    assertThat(text(to("/away").hosts("127.0.0.1", "localhost").send())).isEqualTo("GET 1 null ");
    fails(
        to("/away").hosts("127.0.0.1"),
        OutsideException.Reason.NETWORK,
        "disallowed host: localhost");
  }

  @Test
  void timeEnds() {
    Duration soon = Duration.ofMillis(300);

    fails(to("/silent").within(soon), OutsideException.Reason.TIMEOUT, "deadline exceeded");
    fails(to("/slow").within(soon), OutsideException.Reason.TIMEOUT, "deadline exceeded");
  }

  @Test
  void longAnswersAreRefused() {
    fails(to("/much"), OutsideException.Reason.NETWORK, "more than the 100000 bytes");
  }

  @Test
  void nobodyListens() {
    String url = at(server, "/echo");
    server.stop(0);

    fails(wanted.url(url), OutsideException.Reason.NETWORK, "connection refused");
    fails(wanted.url("http://a b/"), OutsideException.Reason.NETWORK, "not a URL");
    fails(wanted.url("unix://a b/"), OutsideException.Reason.NETWORK, "not a URL");
  }

  @Test
  void serversAreTrustedAsAsked(@TempDir Path folder)
      throws IOException, GeneralSecurityException, OutsideException {
    Certificates own = Certificates.make(folder, "own", "ip:127.0.0.1");
    Certificates other = Certificates.make(folder, "other", "ip:127.0.0.1");
    HttpsServer secure =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    secure.setHttpsConfigurator(new HttpsConfigurator(context(own)));
    secure.createContext("/echo", OpenNetworkTest::echo);
    secure.start();
    try {
      Wanted there = wanted.url(at(secure, "/echo").replace("http:", "https:"));
      String authority = Files.readString(own.certificate());

      assertThat(text(there.trusting(authority, false).send())).isEqualTo("GET 1 secret ");
      assertThat(text(there.trusting("", true).send())).isEqualTo("GET 1 secret ");
      fails(there, OutsideException.Reason.NETWORK, "certif");
      fails(
          there.trusting(Files.readString(other.certificate()), false),
          OutsideException.Reason.NETWORK,
          "");
      fails(
          there.url(there.url().replace("127.0.0.1", "localhost")).trusting(authority, false),
          OutsideException.Reason.NETWORK,
          "localhost");
    } finally {
      secure.stop(0);
    }
  }

  private static SSLContext context(Certificates certificates)
      throws IOException, GeneralSecurityException {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(certificates.store())) {
      keys.load(in, Certificates.PASSWORD.toCharArray());
    }
    var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(keys, Certificates.PASSWORD.toCharArray());
    var context = SSLContext.getInstance("TLS");
    context.init(factory.getKeyManagers(), null, null);
    return context;
  }
}
