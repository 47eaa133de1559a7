package dev.landwaiter.oci.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpHandler;
import dev.landwaiter.base.tree.FileEntry;
import dev.landwaiter.base.tree.FileVisitor;
import dev.landwaiter.base.tree.TreeFile;
import dev.landwaiter.oci.Image;
import dev.landwaiter.oci.ImageException;
import dev.landwaiter.oci.ImageException.Code;
import dev.landwaiter.oci.Limits;
import dev.landwaiter.oci.MediaTypes;
import dev.landwaiter.oci.Reference;
import dev.landwaiter.oci.layer.LayerPass;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RegistryTroubleTest {
  private static TestRegistry registry() throws IOException {
    var registry = TestRegistry.start();
    registry.image("app", "1", "amd64", "0123456789");
    return registry;
  }

  private static String layerPath(Image image) {
    return "/v2/app/blobs/" + image.layers().getFirst().digest();
  }

  private static Code code(Throwable e) {
    return ((ImageException) e).code();
  }

  /// Promises more bytes than it sends.
  private static HttpHandler truncated(long promised, String sent) {
    return exchange -> {
      exchange.sendResponseHeaders(200, promised);
      exchange.getResponseBody().write(sent.getBytes(StandardCharsets.UTF_8));
      exchange.getResponseBody().flush();
      exchange.close();
    };
  }

  /// Fails a number of times with a status, then goes on as before.
  private static HttpHandler failing(int times, int status, String retryAfter, HttpHandler then) {
    var left = new AtomicInteger(times);
    return exchange -> {
      if (left.getAndDecrement() > 0) {
        if (!retryAfter.isEmpty()) {
          exchange.getResponseHeaders().set("Retry-After", retryAfter);
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
      } else {
        then.handle(exchange);
      }
    };
  }

  @Test
  void aLayerThatBreaksOffIsAnError() throws IOException {
    try (var registry = registry();
        Image image = Asking.anonymously().open(registry.host() + "/app:1")) {
      registry.on(layerPath(image), truncated(10, "0123"));
      assertThatThrownBy(() -> RegistryTest.text(image, 0))
          .hasMessageContaining("of 10 bytes")
          .satisfies(e -> assertThat(code(e)).isEqualTo(Code.UNREACHABLE));
      registry.on(layerPath(image), TestRegistry.give(200, "x/y", "0123"));
      assertThatThrownBy(() -> RegistryTest.text(image, 0))
          .hasMessageContaining("breaks off after 4 of 10 bytes");
    }
  }

  @Test
  void aLayerThatIsTooLongIsAnError() throws IOException {
    try (var registry = registry();
        Image image = Asking.anonymously().open(registry.host() + "/app:1")) {
      registry.on(layerPath(image), TestRegistry.give(200, "x/y", "0123456789A"));
      assertThatThrownBy(() -> RegistryTest.text(image, 0))
          .hasMessageContaining("longer than the 10 bytes")
          .satisfies(e -> assertThat(code(e)).isEqualTo(Code.DIGEST_MISMATCH));
    }
  }

  @Test
  void aLayerOfOtherBytesIsNoticedByThePassOverIt() throws IOException {
    try (var registry = TestRegistry.start()) {
      registry.image("app", "1", "amd64", "\0".repeat(2048));
      try (Image image = Asking.anonymously().open(registry.host() + "/app:1")) {
        LayerPass.run(image.layers().getFirst(), new Nobody(), Limits.STANDARD);
        byte[] forged = new byte[2048];
        forged[2047] = 'x';
        registry.on(layerPath(image), TestRegistry.give(200, "x/y", forged));
        assertThatThrownBy(
                () -> LayerPass.run(image.layers().getFirst(), new Nobody(), Limits.STANDARD))
            .satisfies(e -> assertThat(code(e)).isEqualTo(Code.DIGEST_MISMATCH));
      }
    }
  }

  /// Wants no file.
  private static final class Nobody implements FileVisitor {
    @Override
    public boolean wants(FileEntry file) {
      return false;
    }

    @Override
    public void visit(TreeFile file) {}

    @Override
    public void tooLarge(FileEntry file, long limit) {}
  }

  @Test
  void aConfigurationOfOtherBytesIsRefused() throws IOException {
    try (var registry = registry()) {
      String digest = "sha256:" + "0".repeat(64);
      registry.on(
          "/v2/app/blobs/" + digest,
          TestRegistry.give(200, "application/octet-stream", "{\"os\":\"linux\"}"));
      registry.manifest(
          "app",
          "forged",
          MediaTypes.OCI_MANIFEST,
          "{\"schemaVersion\":2,\"config\":{\"mediaType\":\"%s\",\"digest\":\"%s\",\"size\":14},\"layers\":[]}"
              .formatted(MediaTypes.OCI_CONFIG, digest));
      assertThatThrownBy(() -> Asking.anonymously().open(registry.host() + "/app:forged"))
          .hasMessageContaining(digest)
          .satisfies(e -> assertThat(code(e)).isEqualTo(Code.DIGEST_MISMATCH));
    }
  }

  @Test
  void aManifestOfOtherBytesThanItsDigestIsRefused() throws IOException {
    try (var registry = registry()) {
      String digest = TestRegistry.digestOf(registry.image("app", "2", "amd64", "other"));
      registry.on("/v2/app/manifests/" + digest, TestRegistry.give(200, "application/json", "{}"));
      assertThatThrownBy(() -> Asking.anonymously().open(registry.host() + "/app@" + digest))
          .satisfies(e -> assertThat(code(e)).isEqualTo(Code.DIGEST_MISMATCH));
    }
  }

  @Test
  void aLyingDigestHeaderIsRefused() throws IOException {
    try (var registry = registry()) {
      registry.on(
          "/v2/app/manifests/1",
          exchange -> {
            exchange.getResponseHeaders().set("Docker-Content-Digest", "sha256:" + "0".repeat(64));
            TestRegistry.give(200, "application/json", "{}").handle(exchange);
          });
      assertThatThrownBy(() -> Asking.anonymously().open(registry.host() + "/app:1"))
          .satisfies(e -> assertThat(code(e)).isEqualTo(Code.DIGEST_MISMATCH));
    }
  }

  @Test
  void aManifestBeyondTheLimitIsRefused() throws IOException {
    try (var registry = registry()) {
      registry.on(
          "/v2/app/manifests/1",
          TestRegistry.give(200, "application/json", " ".repeat((4 << 20) + 1)));
      assertThatThrownBy(() -> Asking.anonymously().open(registry.host() + "/app:1"))
          .satisfies(e -> assertThat(code(e)).isEqualTo(Code.LIMIT));
    }
  }

  @Test
  void aSilentServerIsGivenUp() throws IOException {
    var release = new CountDownLatch(1);
    try (var registry = registry();
        Image image =
            Asking.anonymously()
                .patient(Duration.ofMillis(1500))
                .open(registry.host() + "/app:1")) {
      registry.on(
          layerPath(image),
          exchange -> {
            exchange.sendResponseHeaders(200, 10);
            exchange.getResponseBody().write('0');
            exchange.getResponseBody().flush();
            try {
              release.await();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
            exchange.close();
          });
      assertThatThrownBy(() -> RegistryTest.text(image, 0))
          .hasMessageContaining("sent nothing for")
          .satisfies(e -> assertThat(code(e)).isEqualTo(Code.UNREACHABLE));
    } finally {
      release.countDown();
    }
  }

  @Test
  void aServerThatDripsEndsWithTheDeadline() throws IOException {
    try (var registry = registry()) {
      registry.on(
          "/v2/app/manifests/1",
          exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try {
              while (true) {
                exchange.getResponseBody().write(' ');
                exchange.getResponseBody().flush();
                Thread.sleep(20);
              }
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          });
      var waiting = Asking.anonymously().until(Instant.now().plusSeconds(2));
      var options =
          new RegistryOptions(Logins.NONE, TlsOptions.STRICT, HttpClient.Builder.NO_PROXY, waiting);
      var reference = Reference.parse(registry.host() + "/app:1");
      assertThatThrownBy(
              () -> new Registry(options, Limits.STANDARD).open(reference, Optional.empty()))
          .hasMessageContaining("the time allowed for this run is over")
          .satisfies(e -> assertThat(code(e)).isEqualTo(Code.UNREACHABLE));
    }
  }

  @Test
  void whatMayPassIsTriedThreeTimesWithGrowingPauses() throws IOException {
    try (var registry = registry()) {
      var body = new byte[1][];
      Asking asking = Asking.anonymously();
      try (Image image = asking.open(registry.host() + "/app:1")) {
        body[0] = "0123456789".getBytes(StandardCharsets.UTF_8);
        registry.on(layerPath(image), failing(2, 503, "", TestRegistry.give(200, "x/y", body[0])));
        assertThat(RegistryTest.text(image, 0)).isEqualTo("0123456789");
        assertThat(asking.pauses()).hasSize(2);
        assertThat(asking.pauses().get(0)).isBetween(1000L, 1100L);
        assertThat(asking.pauses().get(1)).isBetween(3000L, 3300L);
        registry.on(layerPath(image), failing(3, 503, "", TestRegistry.give(200, "x/y", body[0])));
        assertThatThrownBy(() -> RegistryTest.text(image, 0))
            .satisfies(e -> assertThat(code(e)).isEqualTo(Code.UNREACHABLE));
      }
    }
  }

  @Test
  void aTruncatedManifestIsAskedForAgain() throws IOException {
    try (var registry = registry()) {
      var first = new AtomicInteger();
      String digest = TestRegistry.digestOf(registry.image("app", "2", "amd64", "z"));
      registry.on(
          "/v2/app/manifests/once",
          exchange -> {
            if (first.getAndIncrement() == 0) {
              truncated(100, "{").handle(exchange);
            } else {
              TestRegistry.redirect(307, "/v2/app/manifests/" + digest).handle(exchange);
            }
          });
      Asking asking = Asking.anonymously();
      try (Image image = asking.open(registry.host() + "/app:once")) {
        assertThat(image.repoDigests().getFirst()).endsWith(digest);
      }
      assertThat(asking.pauses()).hasSize(1);
    }
  }

  @Test
  void aLimitOfTheRateIsWaitedForWhenItIsShort() throws IOException {
    try (var registry = registry()) {
      Asking asking = Asking.anonymously();
      try (Image image = asking.open(registry.host() + "/app:1")) {
        registry.on(
            layerPath(image), failing(1, 429, "20", TestRegistry.give(200, "x/y", "0123456789")));
        assertThat(RegistryTest.text(image, 0)).isEqualTo("0123456789");
        assertThat(asking.pauses().getFirst()).isBetween(20_000L, 22_000L);
      }
    }
  }

  @Test
  void aLongLimitOfTheRateEndsTheRunWithAdvice() throws IOException {
    try (var registry = registry()) {
      Asking asking = Asking.anonymously();
      registry.on(
          "/v2/app/manifests/1", failing(9, 429, "21600", TestRegistry.give(200, "x/y", "")));
      assertThatThrownBy(() -> asking.open(registry.host() + "/app:1"))
          .hasMessageContaining("limits the rate of requests")
          .hasMessageContaining("21600")
          .hasMessageContaining("--username")
          .satisfies(e -> assertThat(code(e)).isEqualTo(Code.UNREACHABLE));
      assertThat(asking.pauses()).isEmpty();
    }
  }

  @Test
  void aCircleOfRedirectsEnds() throws IOException {
    try (var registry = registry()) {
      registry.on("/v2/app/manifests/1", TestRegistry.redirect(302, "/v2/app/manifests/1"));
      assertThatThrownBy(() -> Asking.anonymously().open(registry.host() + "/app:1"))
          .hasMessageContaining("more than 10 redirects");
    }
  }

  @Test
  void aRedirectToAPrivateAddressIsRefused() throws IOException {
    try (var registry = registry()) {
      registry.on(
          "/v2/app/manifests/1", TestRegistry.redirect(302, "http://169.254.169.254/secret?x=y"));
      assertThatThrownBy(() -> Asking.anonymously().open(registry.host() + "/app:1"))
          .hasMessageContaining("redirect")
          .hasMessageContaining("private address")
          .message()
          .doesNotContain("x=y");
    }
  }
}
