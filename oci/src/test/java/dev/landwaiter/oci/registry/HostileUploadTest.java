package dev.landwaiter.oci.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.landwaiter.oci.Descriptor;
import dev.landwaiter.oci.MediaTypes;
import dev.landwaiter.oci.Reference;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A registry that forgets, refuses and leads elsewhere while something is brought to it.
class HostileUploadTest {
  private static final byte[] CONTENT = Artifacts.random(100_000);
  private static final Descriptor BLOB = Artifacts.of(CONTENT);
  private static final String UPLOADS = "/v2/app/blobs/uploads/";
  private static final String PLACE = UPLOADS + "1";
  private static final Login.Password LOGIN = new Login.Password("anna", "s3cret");

  private final Map<String, byte[]> received = new ConcurrentHashMap<>();

  private static HttpHandler begin(String location) {
    return exchange -> {
      exchange.getResponseHeaders().set("Location", location);
      exchange.sendResponseHeaders(202, -1);
      exchange.close();
    };
  }

  private void take(HttpExchange exchange, int status) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    received.put(exchange.getRequestMethod() + " " + exchange.getRequestURI(), body);
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  private static Repository open(TestRegistry registry, Asking asking) throws IOException {
    return Artifacts.open(asking, registry.host() + "/app", Purpose.PUSH);
  }

  private static void push(Repository repository) throws IOException {
    repository.push(BLOB, Artifacts.source(CONTENT));
  }

  @ParameterizedTest
  @CsvSource({"1,404", "2,404", "1,500", "2,503", "1,429"})
  void anUploadThatIsForgottenOrFailsBeginsAgain(int times, int status) throws IOException {
    var attempts = new AtomicInteger();
    try (var registry = TestRegistry.start();
        var repository = open(registry, Asking.anonymously())) {
      registry.on(UPLOADS, begin(PLACE + "?state=a%2Fb"));
      registry.on(
          PLACE,
          exchange -> {
            boolean chunk = exchange.getRequestMethod().equals("PATCH");
            take(exchange, attempts.getAndIncrement() < times ? status : chunk ? 202 : 201);
          });
      push(repository);
      String digest = "digest=sha256%3A" + BLOB.digest().encoded();
      assertThat(received.keySet())
          .anyMatch(request -> request.startsWith("PUT " + PLACE + "?state=a%2Fb&" + digest));
      assertThat(received.values()).contains(CONTENT);
    }
  }

  @Test
  void anUploadThatIsAlwaysForgottenIsGivenUp() throws IOException {
    var attempts = new AtomicInteger();
    try (var registry = TestRegistry.start();
        var repository = open(registry, Asking.anonymously())) {
      registry.on(UPLOADS, begin(PLACE));
      registry.on(
          PLACE,
          exchange -> {
            attempts.incrementAndGet();
            take(exchange, 404);
          });
      assertThatThrownBy(() -> push(repository)).hasMessageContaining("404");
      assertThat(attempts).hasValue(3);
    }
  }

  @Test
  void whatIsTooLargeAsOnePieceGoesInChunks() throws IOException {
    try (var registry = TestRegistry.start();
        var repository = open(registry, Asking.anonymously())) {
      registry.on(UPLOADS, begin(PLACE));
      registry.on(
          PLACE,
          exchange -> {
            boolean whole = exchange.getRequestHeaders().getFirst("Content-Length").length() > 5;
            boolean chunk = exchange.getRequestMethod().equals("PATCH");
            take(exchange, chunk ? 202 : whole ? 413 : 201);
          });
      push(repository);
      assertThat(received.get("PATCH " + PLACE)).isEqualTo(CONTENT);
    }
  }

  @Test
  void aChunkThatIsKeptInPartIsAnError() throws IOException {
    try (var registry = TestRegistry.start();
        var repository = open(registry, Asking.anonymously())) {
      registry.on(UPLOADS, begin(PLACE));
      registry.on(
          PLACE,
          exchange -> {
            exchange.getResponseHeaders().set("Range", "0-99");
            take(exchange, 202);
          });
      assertThatThrownBy(() -> repository.pushInChunks(BLOB, Artifacts.source(CONTENT), 60_000))
          .hasMessageContaining("has kept only '0-99'");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://169.254.169.254/latest",
        "http://10.1.2.3/x",
        "ftp://x/y",
        "http://u:p@127.0.0.1/",
        "http://[::1/",
        ""
      })
  void anUploadAddressThatIsNoneIsRefused(String location) throws IOException {
    try (var registry = TestRegistry.start();
        var repository = open(registry, Asking.anonymously())) {
      registry.on(UPLOADS, begin(location));
      assertThatThrownBy(() -> push(repository)).hasMessageContaining("upload address");
    }
  }

  @Test
  void anUploadAtAnotherHostGetsNoCredentials() throws IOException {
    try (var registry = TestRegistry.start();
        var other = TestRegistry.start()) {
      registry.protect(List.of("Basic realm=\"x\""), LOGIN.basic());
      try (var repository = open(registry, Asking.as(LOGIN))) {
        registry.on(UPLOADS, begin("http://" + other.host() + "/store?sig=1"));
        other.on("/store", exchange -> take(exchange, 201));
        push(repository);
        assertThat(received.values()).containsExactly(CONTENT);
        assertThat(other.requests())
            .allMatch(request -> request.authorization().isEmpty())
            .anyMatch(request -> request.path().startsWith("/store?sig=1&digest="));
        other.protect(List.of("Basic realm=\"y\""), "never");
        other.on("/v2/store", exchange -> take(exchange, 201));
        registry.on(UPLOADS, begin("http://" + other.host() + "/v2/store"));
        assertThatThrownBy(() -> push(repository)).hasMessageContaining("401");
        assertThat(other.requests()).allMatch(request -> request.authorization().isEmpty());
      }
    }
  }

  @Test
  void anUploadIsSentOnOnlyWhereItMayBe() throws IOException {
    try (var registry = TestRegistry.start();
        var other = TestRegistry.start()) {
      registry.protect(List.of("Basic realm=\"x\""), LOGIN.basic());
      try (var repository = open(registry, Asking.as(LOGIN))) {
        registry.on(UPLOADS, begin(PLACE));
        other.on("/on", exchange -> take(exchange, 201));
        registry.on(PLACE, TestRegistry.redirect(307, "http://" + other.host() + "/on"));
        push(repository);
        assertThat(received).containsEntry("PUT /on", CONTENT);
        assertThat(other.requests()).allMatch(request -> request.authorization().isEmpty());
        registry.on(PLACE, TestRegistry.redirect(302, "/v2/elsewhere"));
        assertThatThrownBy(() -> push(repository)).hasMessageContaining("redirects a PUT with 302");
      }
    }
  }

  @Test
  void aServerThatTakesNothingIsGivenUp() throws IOException {
    var release = new CountDownLatch(1);
    byte[] large = Artifacts.random(30_000_000);
    try (var registry = TestRegistry.start();
        var repository = open(registry, Asking.anonymously().patient(Duration.ofSeconds(2)))) {
      registry.on(UPLOADS, begin(PLACE));
      registry.on(
          PLACE,
          exchange -> {
            try {
              release.await();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
            exchange.close();
          });
      assertThatThrownBy(() -> repository.push(Artifacts.of(large), Artifacts.source(large)))
          .hasMessageContaining("does not answer");
    } finally {
      release.countDown();
    }
  }

  @Test
  void aRegistryThatKeptAnotherManifestIsNotBelieved() throws IOException {
    byte[] manifest = Artifacts.manifest(BLOB, Optional.empty());
    try (var registry = TestRegistry.start();
        var repository = open(registry, Asking.anonymously())) {
      registry.on(
          "/v2/app/manifests/1",
          exchange -> {
            exchange.getResponseHeaders().set("Docker-Content-Digest", "sha256:" + "0".repeat(64));
            take(exchange, 201);
          });
      assertThatThrownBy(() -> repository.pushManifest("1", manifest, MediaTypes.OCI_MANIFEST))
          .hasMessageContaining("sha256:000");
      registry.on("/v2/app/manifests/1", exchange -> take(exchange, 400));
      assertThatThrownBy(() -> repository.pushManifest("1", manifest, MediaTypes.OCI_MANIFEST))
          .hasMessageContaining("refuses the request");
    }
  }

  @Test
  void aBlobThatOneMayNotLookForIsPushed() throws IOException {
    try (var registry = TestRegistry.start();
        var repository = open(registry, Asking.anonymously())) {
      registry.on("/v2/app/blobs/" + BLOB.digest(), TestRegistry.give(403, "x/y", ""));
      registry.on(UPLOADS, begin(PLACE));
      registry.on(PLACE, exchange -> take(exchange, 201));
      push(repository);
      assertThat(received.values()).containsExactly(CONTENT);
    }
  }

  @Test
  void aMountAsksForTheScopeOfItsSourceToo() throws IOException {
    try (var registry = TestRegistry.start()) {
      registry.tokenService(LOGIN.basic());
      try (var repository = open(registry, Asking.as(LOGIN))) {
        registry.on(UPLOADS, exchange -> take(exchange, 201));
        var from = Reference.parse(registry.host() + "/team/source");
        repository.push(BLOB, Artifacts.source(CONTENT), Optional.of(from));
      }
      assertThat(registry.requested())
          .anyMatch(path -> path.contains("mount=" + BLOB.digest() + "&from=team%2Fsource"))
          .anyMatch(path ->
              path.startsWith("/token?")
                  && path.contains("scope=repository%3Aapp%3Apull%2Cpush")
                  && path.contains("scope=repository%3Ateam%2Fsource%3Apull"));
    }
  }

  @Test
  void aTokenServiceThatRefusesTheScopeOfTheSourceDoesNotEndThePush() throws IOException {
    try (var registry = TestRegistry.start()) {
      registry.protect(
          List.of("Bearer realm=\"http://%s/token\"".formatted(registry.host())), "Bearer t");
      registry.on(
          "/token",
          exchange -> {
            boolean wide = exchange.getRequestURI().toString().contains("source");
            TestRegistry.give(wide ? 403 : 200, "application/json", "{\"token\":\"t\"}")
                .handle(exchange);
          });
      registry.on(UPLOADS, begin(PLACE));
      registry.on(PLACE, exchange -> take(exchange, 201));
      try (var repository = open(registry, Asking.as(LOGIN))) {
        var from = Reference.parse(registry.host() + "/team/source");
        repository.push(BLOB, Artifacts.source(CONTENT), Optional.of(from));
      }
      assertThat(received.values()).containsExactly(CONTENT);
    }
  }
}
