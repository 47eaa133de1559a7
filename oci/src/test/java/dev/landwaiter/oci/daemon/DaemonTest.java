package dev.landwaiter.oci.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.oci.Image;
import dev.landwaiter.oci.ImageException;
import dev.landwaiter.oci.ImageException.Code;
import dev.landwaiter.oci.ImageLayer;
import dev.landwaiter.oci.Limits;
import dev.landwaiter.oci.Platform;
import dev.landwaiter.oci.Waiting;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DaemonTest {
  @TempDir Path folder;

  private static Waiting waiting(Duration idle) {
    return new Waiting(
        InstantSource.system(),
        Thread::sleep,
        new Random(7),
        Instant.now().plusSeconds(120),
        Duration.ofSeconds(10),
        idle);
  }

  private static Image open(String address, String target, Optional<Platform> platform)
      throws IOException {
    return open(address, target, platform, Duration.ofSeconds(30));
  }

  private static Image open(
      String address, String target, Optional<Platform> platform, Duration idle)
      throws IOException {
    return new Daemon("docker", DaemonAddress.parse(address), waiting(idle), Limits.STANDARD)
        .open(target, platform);
  }

  private static byte[] bytes(ImageLayer layer) throws IOException {
    try (InputStream in = layer.open()) {
      return in.readAllBytes();
    }
  }

  private static Code code(Throwable e) {
    return ((ImageException) e).code();
  }

  @Test
  void readsARealImageThroughAUnixSocket() throws IOException {
    var archive = SavedArchive.read("alpine-310.docker.tar.gz");
    try (var engine = TestEngine.at(folder.resolve("d.sock"))) {
      archive.into(engine, "alpine:3.10");
      try (Image image = open(engine.address(), "alpine:3.10", Optional.empty())) {
        assertThat(image.id()).hasToString(archive.id());
        assertThat(image.repoTags()).containsExactly("alpine:3.10");
        assertThat(image.repoDigests()).containsExactly("app@" + archive.id());
        assertThat(image.reference()).isEqualTo("alpine:3.10");
        assertThat(image.canonicalName()).endsWith("/library/alpine");
        assertThat(image.config().text("architecture")).isEqualTo("amd64");
        ImageLayer layer = image.layers().getFirst();
        assertThat(layer.digest()).isEmpty();
        assertThat(layer.storedSize()).isEqualTo(5_843_968);
        assertThat(Digest.sha256(bytes(layer))).isEqualTo(layer.diffId());
        assertThat(Digest.sha256(bytes(layer))).isEqualTo(layer.diffId());
      }
    }
  }

  @Test
  void exportsByIdAndReadsLayersInAnyOrder() throws IOException {
    var archive = SavedArchive.of("team/app:1", "base", "middle", "top");
    try (var engine = TestEngine.at(folder.resolve("d.sock"))) {
      archive.into(engine, "team/app:1");
      try (Image image = open(engine.address(), "team/app:1", Optional.empty())) {
        for (ImageLayer layer : image.layers()) {
          assertThat(Digest.sha256(bytes(layer))).isEqualTo(layer.diffId());
        }
        for (ImageLayer layer : image.layers().reversed()) {
          assertThat(Digest.sha256(bytes(layer))).isEqualTo(layer.diffId());
        }
        try (InputStream one = image.layers().get(0).open();
            InputStream other = image.layers().get(2).open()) {
          assertThat(one.read()).isEqualTo('b');
          assertThat(other.readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo("top");
          assertThat(one.readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo("ase");
        }
      }
      assertThat(engine.requests().getFirst()).isEqualTo("/images/team/app:1/json");
      assertThat(engine.requests().subList(1, engine.requests().size()))
          .containsOnly("/images/get?names=" + archive.id());
    }
  }

  @Test
  void readsThroughAPort() throws IOException {
    var archive = SavedArchive.of("app:1", "base");
    try (var engine = TestEngine.atAnyPort()) {
      archive.into(engine, archive.id());
      try (Image image = open(engine.address(), archive.id(), Optional.empty())) {
        assertThat(bytes(image.layers().getFirst()))
            .asString(StandardCharsets.UTF_8)
            .isEqualTo("base");
      }
    }
  }

  @Test
  void anUnknownImageIsNotFound() throws IOException {
    try (var engine = TestEngine.at(folder.resolve("d.sock"))) {
      assertThatThrownBy(() -> open(engine.address(), "app:2", Optional.empty()))
          .hasMessageContaining("docker has no such image: No such image: x")
          .satisfies(e -> assertThat(code(e)).isEqualTo(Code.NOT_FOUND));
    }
  }

  @Test
  void anotherPlatformIsNotFound() throws IOException {
    try (var engine = TestEngine.at(folder.resolve("d.sock"))) {
      SavedArchive.of("app:1", "base").into(engine, "app:1");
      var arm = Optional.of(Platform.parse("linux/arm64"));
      assertThatThrownBy(() -> open(engine.address(), "app:1", arm))
          .hasMessageContaining("docker has app:1 for linux/amd64, not for linux/arm64")
          .satisfies(e -> assertThat(code(e)).isEqualTo(Code.NOT_FOUND));
      var amd = Optional.of(Platform.parse("linux/amd64"));
      try (Image image = open(engine.address(), "app:1", amd)) {
        assertThat(image.problems()).isEmpty();
      }
    }
  }

  @Test
  void anExportThatBreaksOffIsAnError() throws IOException {
    var archive = SavedArchive.of("app:1", "base".repeat(50_000));
    try (var engine = TestEngine.at(folder.resolve("d.sock"))) {
      archive.into(engine, "app:1");
      String export = "/images/get?names=" + archive.id();
      engine.on(export, TestEngine.chunked(archive.tar(), 100_000));
      assertThatThrownBy(() -> open(engine.address(), "app:1", Optional.empty()))
          .hasMessageContaining("breaks off")
          .satisfies(e -> assertThat(code(e)).isEqualTo(Code.UNREACHABLE));
      engine.on(export, TestEngine.chunked(archive.tar(), archive.tar().length));
      try (Image image = open(engine.address(), "app:1", Optional.empty())) {
        engine.on(export, TestEngine.chunked(archive.tar(), 100_000));
        assertThatThrownBy(() -> bytes(image.layers().getFirst()))
            .hasMessageContaining("breaks off");
      }
    }
  }

  @Test
  void aSilentEngineIsGivenUp() throws IOException {
    var release = new CountDownLatch(1);
    try (var engine = TestEngine.at(folder.resolve("d.sock"))) {
      engine.on(
          "/images/app:1/json",
          out -> {
            try {
              release.await();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          });
      var idle = Duration.ofMillis(200);
      assertThatThrownBy(() -> open(engine.address(), "app:1", Optional.empty(), idle))
          .hasMessageContaining("was silent")
          .satisfies(e -> assertThat(code(e)).isEqualTo(Code.UNREACHABLE));
    } finally {
      release.countDown();
    }
  }

  @Test
  void whatIsNoHttpIsAnError() throws IOException {
    try (var engine = TestEngine.at(folder.resolve("d.sock"))) {
      engine.on(
          "/images/app:1/json",
          out -> out.write("SSH-2.0\r\n\r\n".getBytes(StandardCharsets.UTF_8)));
      assertThatThrownBy(() -> open(engine.address(), "app:1", Optional.empty()))
          .hasMessageContaining("is not HTTP")
          .satisfies(e -> assertThat(code(e)).isEqualTo(Code.INVALID));
    }
  }

  @Test
  void aMissingSocketAndAClosedOneAreUnreachable() throws IOException {
    String missing = "unix://" + folder.resolve("none.sock");
    assertThatThrownBy(() -> open(missing, "app:1", Optional.empty()))
        .hasMessageContaining("there is no socket")
        .satisfies(e -> assertThat(code(e)).isEqualTo(Code.UNREACHABLE));
    String closed;
    try (var engine = TestEngine.at(folder.resolve("d.sock"))) {
      closed = engine.address();
    }
    // The system may still take a connection of a socket that is just being closed.
    assertThatThrownBy(() -> open(closed, "app:1", Optional.empty()))
        .hasMessageMatching("cannot connect to .*|the connection to .* fails: .*")
        .satisfies(e -> assertThat(code(e)).isEqualTo(Code.UNREACHABLE));
  }
}
