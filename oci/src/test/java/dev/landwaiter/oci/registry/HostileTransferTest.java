package dev.landwaiter.oci.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.landwaiter.oci.Descriptor;
import dev.landwaiter.oci.Image;
import dev.landwaiter.oci.ImageException.Code;
import dev.landwaiter.oci.Limit;
import dev.landwaiter.oci.Limits;
import dev.landwaiter.oci.Reference;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A registry that lies, breaks off, drips and leads elsewhere while something is read from it.
class HostileTransferTest {
  private static final byte[] CONTENT = Artifacts.random(2_000_000);
  private static final Descriptor BLOB = Artifacts.of(CONTENT);
  private static final String PATH = "/v2/app/blobs/" + BLOB.digest();
  private static final String TYPE = "application/octet-stream";

  private static void refused(Code code, ThrowingCallable what) {
    assertThatThrownBy(what).satisfies(e -> assertThat(RegistryTest.code(e)).isEqualTo(code));
  }

  private static Repository open(TestRegistry registry) throws IOException {
    return open(registry, Asking.anonymously());
  }

  private static Repository open(TestRegistry registry, Asking asking) throws IOException {
    return Artifacts.open(asking, registry.host() + "/app", Purpose.PULL);
  }

  private static int start(HttpExchange exchange) {
    String range = exchange.getRequestHeaders().getFirst("Range");
    return range == null ? 0 : Integer.parseInt(range.substring(6, range.length() - 1));
  }

  /// Sends a part of the content and then breaks off.
  private static void breakOff(HttpExchange exchange, int from, int to) throws IOException {
    exchange.sendResponseHeaders(from == 0 ? 200 : 206, CONTENT.length - from);
    exchange.getResponseBody().write(CONTENT, from, to - from);
    exchange.getResponseBody().flush();
    exchange.close();
  }

  /// Serves ranges and breaks off a few times, each time at another place.
  private static HttpHandler breaking(Random random, int times, boolean ranges) {
    var broken = new AtomicInteger();
    return exchange -> {
      int from = ranges ? start(exchange) : 0;
      if (from > 0) {
        exchange
            .getResponseHeaders()
            .set(
                "Content-Range",
                "bytes %d-%d/%d".formatted(from, CONTENT.length - 1, CONTENT.length));
      }
      int left = CONTENT.length - from;
      boolean breaks = broken.getAndIncrement() < times;
      breakOff(exchange, from, breaks ? from + random.nextInt(left) : CONTENT.length);
    };
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void whatBreaksOffGoesOnWithARange(int seed) throws IOException {
    Asking asking = Asking.anonymously();
    try (var registry = TestRegistry.start();
        var repository = open(registry, asking)) {
      registry.on(PATH, breaking(new Random(seed), 3, true));
      assertThat(Artifacts.read(repository, BLOB)).isEqualTo(CONTENT);
      assertThat(asking.pauses()).hasSize(3).allMatch(pause -> pause >= 1000);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void aServerWithoutRangesSendsEverythingAgainAndItIsSkipped(int seed) throws IOException {
    try (var registry = TestRegistry.start();
        var repository = open(registry)) {
      registry.on(PATH, breaking(new Random(seed), 2, false));
      assertThat(Artifacts.read(repository, BLOB)).isEqualTo(CONTENT);
    }
  }

  @Test
  void aLayerOfAnImageGoesOnToo() throws IOException {
    String text = "0123456789".repeat(100_000);
    try (var registry = TestRegistry.start()) {
      registry.image("app", "1", "amd64", text);
      try (Image image = Asking.anonymously().open(registry.host() + "/app:1")) {
        var times = new AtomicInteger();
        registry.on(
            "/v2/app/blobs/" + image.layers().getFirst().digest(),
            exchange -> {
              int from = start(exchange);
              byte[] rest = Artifacts.bytes(text.substring(from));
              if (from > 0) {
                String range = "bytes %d-%d/%d".formatted(from, text.length() - 1, text.length());
                exchange.getResponseHeaders().set("Content-Range", range);
              }
              exchange.sendResponseHeaders(from == 0 ? 200 : 206, rest.length);
              boolean whole = times.getAndIncrement() == 2;
              exchange.getResponseBody().write(rest, 0, whole ? rest.length : 300_000);
              exchange.getResponseBody().flush();
              exchange.close();
            });
        assertThat(RegistryTest.text(image, 0)).isEqualTo(text);
        assertThat(times).hasValue(3);
      }
    }
  }

  @Test
  void whatAlwaysBreaksOffIsGivenUp() throws IOException {
    var asked = new AtomicInteger();
    try (var registry = TestRegistry.start();
        var repository = open(registry)) {
      registry.on(
          PATH,
          exchange -> {
            asked.incrementAndGet();
            breakOff(exchange, 0, 1000);
          });
      assertThatThrownBy(() -> Artifacts.read(repository, BLOB))
          .hasMessageMatching(".* breaks off after (0|1000) of 2000000 bytes");
      assertThat(asked.get()).isBetween(3, 20);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "bytes 0-1999999/2000000", "bytes 1000-1999999/5", "bytes */2000000", "x"})
  void aRangeThatWasNotAskedForIsRefused(String range) throws IOException {
    try (var registry = TestRegistry.start();
        var repository = open(registry)) {
      registry.on(
          PATH,
          exchange -> {
            if (start(exchange) == 0) {
              breakOff(exchange, 0, 1000);
            } else {
              if (!range.isEmpty()) {
                exchange.getResponseHeaders().set("Content-Range", range);
              }
              breakOff(exchange, start(exchange), CONTENT.length);
            }
          });
      // Where the end of the first answer is seen before its start, no range is asked for.
      assertThatThrownBy(() -> Artifacts.read(repository, BLOB))
          .hasMessageMatching(
              ".*(instead of the bytes from 1000|breaks off after (0|1000)) of 2000000.*");
    }
  }

  @Test
  void otherBytesOfTheRightNumberAreNeverHandedOutToTheEnd() throws IOException {
    byte[] forged = CONTENT.clone();
    forged[0]++;
    try (var registry = TestRegistry.start();
        var repository = open(registry);
        InputStream in = opened(registry, repository, forged)) {
      long read = 0;
      byte[] buffer = new byte[64 << 10];
      try {
        while (true) {
          read += in.read(buffer);
        }
      } catch (IOException e) {
        assertThat(RegistryTest.code(e)).isEqualTo(Code.DIGEST_MISMATCH);
      }
      assertThat(read).isLessThan(CONTENT.length);
    }
  }

  private static InputStream opened(TestRegistry registry, Repository repository, byte[] content)
      throws IOException {
    registry.on(PATH, TestRegistry.give(200, TYPE, content));
    return repository.blob(BLOB);
  }

  @Test
  void aLengthThatIsALieIsNoticed() throws IOException {
    byte[] longer = Arrays.copyOf(CONTENT, CONTENT.length + 1);
    byte[] shorter = Arrays.copyOf(CONTENT, CONTENT.length - 1);
    try (var registry = TestRegistry.start();
        var repository = open(registry)) {
      registry.on(PATH, TestRegistry.give(200, TYPE, longer));
      refused(Code.DIGEST_MISMATCH, () -> Artifacts.read(repository, BLOB));
      registry.on(
          PATH,
          exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(longer);
            exchange.close();
          });
      refused(Code.DIGEST_MISMATCH, () -> Artifacts.read(repository, BLOB));
      registry.on(PATH, TestRegistry.give(200, TYPE, shorter));
      refused(Code.UNREACHABLE, () -> Artifacts.read(repository, BLOB));
      registry.on(
          PATH,
          exchange ->
              TestRegistry.give(start(exchange) == 0 ? 200 : 416, TYPE, shorter).handle(exchange));
      assertThatThrownBy(() -> Artifacts.read(repository, BLOB))
          .hasMessageContaining("ends after 1999999 of 2000000 bytes");
    }
  }

  @Test
  void aWebPageIsNoManifestAndNoList() throws IOException {
    HttpHandler page = TestRegistry.give(200, "text/html; charset=utf-8", "<html>{}</html>");
    try (var registry = TestRegistry.start();
        var repository = open(registry)) {
      registry.on("/v2/app/manifests/1", page);
      registry.on("/v2/app/tags/list", page);
      registry.on("/v2/_catalog", page);
      assertThatThrownBy(() -> repository.resolve("1")).hasMessageContaining("a web page");
      assertThatThrownBy(repository::tags).hasMessageContaining("a web page");
      var asked = Asking.anonymously().registry();
      assertThatThrownBy(() -> asked.repositories(registry.host()))
          .hasMessageContaining("a web page");
    }
  }

  @Test
  void aByteNowAndThenEndsWithTheDeadline() throws IOException {
    try (var registry = TestRegistry.start()) {
      registry.on(
          PATH,
          exchange -> {
            exchange.sendResponseHeaders(200, CONTENT.length);
            try {
              for (byte b : CONTENT) {
                exchange.getResponseBody().write(b);
                exchange.getResponseBody().flush();
                Thread.sleep(50);
              }
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          });
      var waiting = Asking.anonymously().until(Instant.now().plusSeconds(3));
      var options =
          new RegistryOptions(Logins.NONE, TlsOptions.STRICT, HttpClient.Builder.NO_PROXY, waiting);
      var reference = Reference.parse(registry.host() + "/app");
      try (var repository =
          new Registry(options, Limits.STANDARD).repository(reference, Purpose.PULL)) {
        assertThatThrownBy(() -> Artifacts.read(repository, BLOB))
            .hasMessageContaining("the time allowed for this run");
      }
    }
  }

  @Test
  void whatIsLimitedByTheRateWaitsForADateAndForSecondsButNotForDays() throws IOException {
    Asking asking = Asking.anonymously();
    try (var registry = TestRegistry.start();
        var repository = open(registry, asking)) {
      var times = new AtomicInteger();
      String date =
          DateTimeFormatter.RFC_1123_DATE_TIME.format(
              Instant.now().plusSeconds(30).atOffset(ZoneOffset.UTC));
      registry.on(
          PATH,
          exchange -> {
            int time = times.getAndIncrement();
            if (time < 2) {
              exchange.getResponseHeaders().set("Retry-After", time == 0 ? "7" : date);
              TestRegistry.give(429, TYPE, "").handle(exchange);
            } else {
              breakOff(exchange, 0, CONTENT.length);
            }
          });
      assertThat(Artifacts.read(repository, BLOB)).isEqualTo(CONTENT);
      assertThat(asking.pauses().get(0)).isBetween(7_000L, 7_700L);
      assertThat(asking.pauses().get(1)).isBetween(10_000L, 33_000L);
      for (String huge : List.of("99999999999999999999", "Fri, 31 Dec 9999 23:59:59 GMT")) {
        registry.on(
            PATH,
            exchange -> {
              exchange.getResponseHeaders().set("Retry-After", huge);
              TestRegistry.give(429, TYPE, "").handle(exchange);
            });
        assertThatThrownBy(() -> Artifacts.read(repository, BLOB))
            .hasMessageContaining("limits the rate of requests");
      }
      assertThat(asking.pauses()).hasSize(2);
    }
  }

  private static HttpHandler linking(String body, AtomicInteger pages, String link) {
    return exchange -> {
      int page = pages.incrementAndGet();
      exchange.getResponseHeaders().set("Link", "<" + link.formatted(page) + ">; rel=\"next\"");
      TestRegistry.give(200, "application/json", body).handle(exchange);
    };
  }

  @Test
  void pagesWithoutEndEnd() throws IOException {
    var pages = new AtomicInteger();
    try (var registry = TestRegistry.start()) {
      var reference = Reference.parse(registry.host() + "/app");
      var limits = Limits.STANDARD.with(Limit.PAGES, 20).with(Limit.LISTED, 30);
      try (var repository =
          Asking.anonymously().registry(limits).repository(reference, Purpose.PULL)) {
        registry.on(
            "/v2/app/tags/list", linking("{\"tags\":[]}", pages, "/v2/app/tags/list?last=%s"));
        assertThatThrownBy(repository::tags).hasMessageContaining("limit pages");
        assertThat(pages).hasValue(20);
        registry.on(
            "/v2/app/tags/list",
            linking("{\"tags\":[\"a\",\"b\"]}", pages, "/v2/app/tags/list?last=%s"));
        assertThatThrownBy(repository::tags).hasMessageContaining("limit listed");
        registry.on("/v2/app/tags/list", linking("{\"tags\":[]}", pages, "?n=1000"));
        assertThatThrownBy(repository::tags).hasMessageContaining("leads in a circle");
      }
    }
  }

  @Test
  void theNextPageOfAnotherHostIsNotAsked() throws IOException {
    var pages = new AtomicInteger();
    try (var registry = TestRegistry.start();
        var other = TestRegistry.start();
        var repository = open(registry)) {
      String link = "http://" + other.host() + "/v2/app/tags/list?last=%s";
      registry.on("/v2/app/tags/list", linking("{\"tags\":[]}", pages, link));
      assertThatThrownBy(repository::tags).hasMessageContaining("at another host");
      registry.on("/v2/app/tags/list", linking("{\"tags\":[]}", pages, "http://10.0.0.1/%s"));
      assertThatThrownBy(repository::tags).hasMessageContaining("private address");
      assertThat(other.requests()).isEmpty();
    }
  }

  @Test
  void aReferrersListThatIsNoneIsRefused() throws IOException {
    String index = "application/vnd.oci.image.index.v1+json";
    try (var registry = TestRegistry.start();
        var repository = open(registry)) {
      String path = "/v2/app/referrers/" + BLOB.digest();
      for (String body : List.of("[]", "{\"layers\":[]}", "{\"manifests\":7}", "nonsense")) {
        registry.on(path, TestRegistry.give(200, index, body));
        refused(Code.INVALID, () -> repository.referrers(BLOB.digest(), Optional.empty()));
      }
      // Another type of content means that there is no such API, and the tag is not there either.
      registry.on(path, TestRegistry.give(200, "text/html", "<html>"));
      assertThat(repository.referrers(BLOB.digest(), Optional.empty())).isEmpty();
    }
  }
}
