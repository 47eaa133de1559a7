package dev.landwaiter.signing.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.landwaiter.oci.Waiting;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpenWebTest {
  private final List<String> seen = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private HttpServer other;
  private OpenWeb web;

  @BeforeEach
  void start() throws IOException {
    server = start(this::answer);
    other = start(exchange -> send(exchange, 200, "other:" + authorization(exchange)));
    Clock clock = Clock.systemUTC();
    var waiting =
        new Waiting(
            clock,
            pause -> {},
            RandomGenerator.of("L64X128MixRandom"),
            clock.instant().plusSeconds(60),
            Duration.ofSeconds(5),
            Duration.ofSeconds(5));
    web = OpenWeb.of(Optional.empty(), HttpClient.Builder.NO_PROXY, waiting);
  }

  private interface Handling {
    void handle(HttpExchange exchange) throws IOException;
  }

  private static HttpServer start(Handling handling) throws IOException {
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    HttpServer made = HttpServer.create(address, 0);
    made.createContext("/", handling::handle);
    made.start();
    return made;
  }

  @AfterEach
  void stop() {
    web.close();
    server.stop(0);
    other.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    seen.add(exchange.getRequestMethod() + " " + path + " " + body + authorization(exchange));
    switch (path) {
      case "/busy" -> send(exchange, seen.size() < 3 ? 503 : 200, "at last");
      case "/large" -> send(exchange, 200, "x".repeat(5_000));
      case "/away" -> redirect(exchange, "http://127.0.0.1:" + other.getAddress().getPort() + "/");
      case "/near" -> redirect(exchange, "/plain");
      case "/round" -> redirect(exchange, "/round");
      case "/file" -> redirect(exchange, "file:///etc/passwd");
      case "/bad" -> send(exchange, 400, "no\u001b[31m thanks");
      default -> send(exchange, 200, "plain:" + authorization(exchange));
    }
  }

  private static String authorization(HttpExchange exchange) {
    String value = exchange.getRequestHeaders().getFirst("Authorization");
    return value == null ? "" : value;
  }

  private static void redirect(HttpExchange exchange, String to) throws IOException {
    exchange.getResponseHeaders().set("Location", to);
    send(exchange, 302, "");
  }

  private static void send(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private WebRequest get(String path) {
    return WebRequest.get(uri(path), 1_000).with("Authorization", "Bearer hush");
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  @Test
  void asksAgainWhileTheServerIsBusyButSendsOnlyOnce() throws IOException {
    assertThat(web.ask(get("/busy")).body().toText()).isEqualTo("at last");
    assertThat(seen).hasSize(3);
    seen.clear();
    WebRequest post = WebRequest.post(uri("/busy"), "text/plain", Bytes.utf8("one"), 1_000);
    assertThat(web.ask(post).status()).isEqualTo(503);
    assertThat(seen).containsExactly("POST /busy one");
    seen.clear();
    assertThat(web.ask(post.again()).status()).isEqualTo(200);
  }

  @Test
  void keepsSecretsFromOtherHosts() throws IOException {
    assertThat(web.ask(get("/away")).body().toText()).isEqualTo("other:");
    assertThat(web.ask(get("/near")).body().toText()).isEqualTo("plain:Bearer hush");
  }

  /// Nobody listens there either, but that is found out only by sending.
  @Test
  void keepsSecretsFromLinesThatEverybodyCanRead() throws IOException {
    for (String address :
        List.of(
            "http://fulcio.test/",
            "http://127.0.0.1.test/",
            "http://localhost.test/",
            "http://192.0.2.1/",
            "http://[2001:db8::1]/")) {
      for (String name : List.of("Authorization", "authorization", "Cookie", "X-Vault-Token")) {
        WebRequest request = WebRequest.get(URI.create(address), 1_000).with(name, "hush");
        assertThatThrownBy(() -> web.ask(request))
            .isInstanceOf(RefusedException.class)
            .hasMessageContaining("everybody can read")
            .hasMessageNotContaining("hush");
      }
    }
    assertThat(WebRequest.isConfidential(URI.create("https://a.test/"))).isTrue();
    assertThat(WebRequest.isConfidential(URI.create("http://localhost:1/"))).isTrue();
    assertThat(WebRequest.isConfidential(URI.create("http://[::1]:1/"))).isTrue();
    assertThat(WebRequest.isConfidential(URI.create("http://fulcio.fulcio-system.svc/"))).isTrue();
    assertThat(WebRequest.isConfidential(URI.create("http://a.svc.cluster.local:80/"))).isTrue();
    assertThat(WebRequest.isConfidential(URI.create("http://a.b.test/"))).isFalse();
  }

  @Test
  void doesNotSendAgainElsewhere() throws IOException {
    WebRequest post = WebRequest.post(uri("/away"), "text/plain", Bytes.utf8("one"), 1_000);
    assertThat(web.ask(post).status()).isEqualTo(302);
  }

  @Test
  void boundsAnswers() {
    refused("/large", FailureClass.LIMIT, "larger than 1000 bytes");
    refused("/round", FailureClass.TRANSPORT, "more than 5 redirects");
    refused("/file", FailureClass.TRANSPORT, "not followed");
  }

  @Test
  void saysWhatAServerAnswers() throws IOException {
    WebAnswer answer = web.ask(get("/bad"));
    assertThatThrownBy(() -> answer.success("the log"))
        .hasMessageStartingWith("the log at http://127.0.0.1:")
        .hasMessageEndingWith("/bad answers with status 400 and says: no [31m thanks");
  }

  @Test
  void saysThatNobodyListens() {
    server.stop(0);
    refused("/", FailureClass.TRANSPORT, "the connection is refused");
  }

  @Test
  void closedNetworkAsksNobody() {
    Web closed = Web.closed("--offline was given");
    assertThatThrownBy(() -> closed.ask(get("/plain?secret=1")))
        .hasMessageContaining("/plain is not asked: --offline was given")
        .hasMessageNotContaining("secret");
    assertThat(seen).isEmpty();
  }

  @Test
  void requestsDoNotShowTheirSecrets() {
    assertThat(get("/plain?token=1"))
        .asString()
        .startsWith("GET http")
        .doesNotContain("token", "hush");
  }

  private void refused(String path, FailureClass kind, String message) {
    assertThatThrownBy(() -> web.ask(get(path)))
        .isInstanceOfSatisfying(
            RefusedException.class, refused -> assertThat(refused.kind()).isEqualTo(kind))
        .hasMessageContaining(message);
  }
}
