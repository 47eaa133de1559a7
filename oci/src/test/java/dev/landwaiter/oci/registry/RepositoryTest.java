package dev.landwaiter.oci.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.oci.Descriptor;
import dev.landwaiter.oci.Document;
import dev.landwaiter.oci.ImageException.Code;
import dev.landwaiter.oci.Limits;
import dev.landwaiter.oci.Manifest;
import dev.landwaiter.oci.MediaTypes;
import dev.landwaiter.oci.Reference;
import dev.landwaiter.testing.MemoryRegistry;
import dev.landwaiter.testing.RealRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What goes into a repository comes out of it again, whatever the registry.
class RepositoryTest {
  @TempDir Path folder;

  enum Kind {
    COMPLETE,
    WITHOUT_REFERRERS,
    DEBIAN,
    DEBIAN_GUARDED
  }

  private record Running(String host, Asking asking, AutoCloseable server)
      implements AutoCloseable {
    @Override
    public void close() throws IOException {
      try {
        server.close();
      } catch (Exception e) {
        throw new IOException(e);
      }
    }

    Repository open(String path, Purpose purpose) throws IOException {
      return Artifacts.open(asking, host + "/" + path, purpose);
    }
  }

  private Running start(Kind kind) throws IOException {
    return switch (kind) {
      case COMPLETE -> running(MemoryRegistry.start());
      case WITHOUT_REFERRERS -> running(MemoryRegistry.withoutReferrers());
      case DEBIAN -> {
        var registry = RealRegistry.open(folder);
        yield new Running(registry.host(), Asking.anonymously(), registry);
      }
      case DEBIAN_GUARDED -> {
        var registry = RealRegistry.guarded(folder);
        var tls = new TlsOptions(false, Optional.of(registry.certificate()));
        var login = new Login.Password(RealRegistry.USER, RealRegistry.PASSWORD);
        yield new Running(registry.host(), Asking.as(login).with(tls), registry);
      }
    };
  }

  private static Running running(MemoryRegistry registry) {
    return new Running(registry.host(), Asking.anonymously(), registry);
  }

  @ParameterizedTest
  @EnumSource
  void anArtifactComesOutAsItWentIn(Kind kind) throws IOException {
    byte[] content = Artifacts.random(300_000);
    try (var running = start(kind);
        var pushing = running.open("team/thing", Purpose.PUSH);
        var pulling = running.open("team/thing", Purpose.PULL)) {
      assertThat(pushing.has(Artifacts.of(content))).isFalse();
      Descriptor pushed = Artifacts.push(pushing, "1.0", content);
      assertThat(pulling.has(Artifacts.of(content))).isTrue();
      Stored stored = pulling.resolve("1.0");
      assertThat(stored.descriptor()).isEqualTo(pushed);
      assertThat(pulling.resolve(pushed.digest().toString()).body()).isEqualTo(stored.body());
      Document document = stored.document(Limits.STANDARD);
      assertThat(document.artifactType()).isEqualTo(Artifacts.TYPE);
      Descriptor layer = ((Manifest) document).layers().getFirst();
      assertThat(Artifacts.read(pulling, layer)).isEqualTo(content);
      assertThat(pulling.tags()).containsExactly("1.0");
      assertThat(running.asking().registry().repositories(running.host()))
          .containsExactly("team/thing");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aBlobGoesInChunksToo(Kind kind) throws IOException {
    byte[] content = Artifacts.random(100_001);
    Descriptor descriptor = Artifacts.of(content);
    try (var running = start(kind);
        var repository = running.open("app", Purpose.PUSH)) {
      // The first chunked attempt comes after one piece was refused; here it is made at once.
      repository.pushInChunks(descriptor, Artifacts.source(content), 30_000);
      assertThat(Artifacts.read(repository, descriptor)).isEqualTo(content);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aBlobIsMountedFromAnotherRepositoryOrSentAgain(Kind kind) throws IOException {
    byte[] content = Artifacts.random(5_000);
    Descriptor blob = Artifacts.of(content);
    try (var running = start(kind);
        var first = running.open("first", Purpose.PUSH);
        var second = running.open("second", Purpose.PUSH)) {
      first.push(blob, Artifacts.source(content));
      var from = Optional.of(Reference.parse(running.host() + "/first"));
      BlobSource none =
          () -> {
            throw new IOException("a mount needs no bytes");
          };
      second.push(blob, none, from);
      assertThat(Artifacts.read(second, blob)).isEqualTo(content);
      var nowhere = Optional.of(Reference.parse(running.host() + "/nowhere"));
      byte[] other = Artifacts.random(6_000);
      second.push(Artifacts.of(other), Artifacts.source(other), nowhere);
      assertThat(Artifacts.read(second, Artifacts.of(other))).isEqualTo(other);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatBelongsToAManifestIsFound(Kind kind) throws IOException {
    try (var running = start(kind);
        var repository = running.open("app", Purpose.PUSH)) {
      Descriptor subject = Artifacts.push(repository, "1", Artifacts.random(10));
      assertThat(repository.referrers(subject.digest(), Optional.empty())).isEmpty();
      for (int size : List.of(11, 12)) {
        byte[] content = Artifacts.random(size);
        repository.push(Artifacts.of(content), Artifacts.source(content));
        byte[] body = Artifacts.manifest(Artifacts.of(content), Optional.of(subject));
        String digest = Digest.sha256(body).toString();
        repository.pushManifest(digest, body, MediaTypes.OCI_MANIFEST);
        repository.pushManifest(digest, body, MediaTypes.OCI_MANIFEST);
      }
      assertThat(repository.referrers(subject.digest(), Optional.empty())).hasSize(2);
      assertThat(repository.referrers(subject.digest(), Optional.of(Artifacts.TYPE))).hasSize(2);
      assertThat(repository.referrers(subject.digest(), Optional.of("other/type"))).isEmpty();
    }
  }

  @Test
  void aDebianRegistryWithoutTheRightPasswordGivesNothing() throws IOException {
    try (var registry = RealRegistry.guarded(folder)) {
      var tls = new TlsOptions(false, Optional.of(registry.certificate()));
      var wrong = Asking.as(new Login.Password(RealRegistry.USER, "wrong")).with(tls);
      for (Purpose purpose : Purpose.values()) {
        try (var repository = Artifacts.open(wrong, registry.host() + "/app", purpose)) {
          assertThatThrownBy(() -> repository.resolve("1"))
              .satisfies(e -> assertThat(RegistryTest.code(e)).isEqualTo(Code.UNAUTHORIZED));
        }
      }
    }
  }

  @Test
  void listingsComeInPages() throws IOException {
    List<String> tags = IntStream.range(10, 35).mapToObj(i -> "t" + i).toList();
    try (var registry = MemoryRegistry.start();
        var repository =
            Artifacts.open(Asking.anonymously(), registry.host() + "/app", Purpose.PUSH)) {
      for (String tag : tags) {
        Artifacts.push(repository, tag, Artifacts.bytes("same"));
      }
      registry.pageSize(10);
      assertThat(repository.tags()).isEqualTo(tags);
      assertThat(registry.requests()).filteredOn(r -> r.contains("/tags/list")).hasSize(3);
    }
  }

  @Test
  void bytesThatAreNotThoseOfTheDescriptorAreNotPushed() throws IOException {
    byte[] content = Artifacts.random(1_000);
    Descriptor blob = Artifacts.of(content);
    byte[] other = content.clone();
    other[999]++;
    try (var registry = MemoryRegistry.start();
        var repository =
            Artifacts.open(Asking.anonymously(), registry.host() + "/app", Purpose.PUSH)) {
      for (byte[] wrong : List.of(other, Artifacts.random(999), Artifacts.random(1_001))) {
        assertThatThrownBy(() -> repository.push(blob, Artifacts.source(wrong)))
            .satisfies(e -> assertThat(RegistryTest.code(e)).isEqualTo(Code.DIGEST_MISMATCH));
      }
      assertThat(repository.has(blob)).isFalse();
    }
  }
}
