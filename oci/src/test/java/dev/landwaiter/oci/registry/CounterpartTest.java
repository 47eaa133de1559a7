package dev.landwaiter.oci.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.oci.Descriptor;
import dev.landwaiter.oci.Image;
import dev.landwaiter.oci.Limits;
import dev.landwaiter.oci.Manifest;
import dev.landwaiter.oci.testing.TestImage;
import dev.landwaiter.testing.MemoryRegistry;
import dev.landwaiter.testing.Programs;
import dev.landwaiter.testing.RealRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import land.oras.Annotations;
import land.oras.ArtifactType;
import land.oras.Config;
import land.oras.ContainerRef;
import land.oras.LocalPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Other clients pull what ours pushes, and the other way round.
class CounterpartTest {
  @TempDir Path folder;

  private static land.oras.Registry oras(String host) {
    return land.oras.Registry.builder().withRegistry(host).withInsecure(true).build();
  }

  @Test
  void orasPullsWhatWePush() throws IOException {
    byte[] content = Artifacts.random(50_000);
    try (var registry = MemoryRegistry.start();
        var repository =
            Artifacts.open(Asking.anonymously(), registry.host() + "/team/thing", Purpose.PUSH)) {
      Descriptor pushed = Artifacts.push(repository, "1", content);
      var reference = ContainerRef.parse(registry.host() + "/team/thing:1");
      var oras = oras(registry.host());
      assertThat(oras.getManifest(reference).getArtifactType().getMediaType())
          .isEqualTo(Artifacts.TYPE);
      assertThat(oras.getDescriptor(reference).getDigest()).isEqualTo(pushed.digest().toString());
      oras.pullArtifact(reference, folder, true);
      assertThat(folder.resolve("thing.bin")).hasBinaryContent(content);
      assertThat(oras.getTags(reference).tags()).containsExactly("1");
    }
  }

  @Test
  void wePullWhatOrasPushes() throws IOException {
    Path file = Files.write(folder.resolve("data.bin"), Artifacts.random(70_000));
    try (var registry = MemoryRegistry.start()) {
      var reference = ContainerRef.parse(registry.host() + "/team/thing:2");
      oras(registry.host())
          .pushArtifact(
              reference,
              ArtifactType.from(Artifacts.TYPE),
              Annotations.empty(),
              Config.empty(),
              LocalPath.of(file, "application/octet-stream"));
      try (var repository =
          Artifacts.open(Asking.anonymously(), registry.host() + "/team/thing", Purpose.PULL)) {
        var manifest = (Manifest) repository.resolve("2").document(Limits.STANDARD);
        assertThat(manifest.effectiveArtifactType()).isEqualTo(Artifacts.TYPE);
        assertThat(Artifacts.read(repository, manifest.layers().getFirst()))
            .isEqualTo(Files.readAllBytes(file));
      }
    }
  }

  @Test
  void weReadWhatSkopeoPushesToAGuardedRegistry() throws IOException {
    Path archive = folder.resolve("image.tar");
    Files.write(archive, TestImage.tar(TestImage.with("hello").docker("local/app:1")).end());
    Path files = Files.createDirectory(folder.resolve("registry"));
    try (var registry = RealRegistry.guarded(files)) {
      Path trusted = Files.createDirectory(folder.resolve("trusted"));
      Files.copy(registry.certificate(), trusted.resolve("ca.crt"));
      Programs.run(
          folder,
          "skopeo",
          "copy",
          "--insecure-policy",
          "--dest-cert-dir",
          trusted.toString(),
          "--dest-creds",
          RealRegistry.USER + ":" + RealRegistry.PASSWORD,
          "docker-archive:" + archive,
          "docker://" + registry.host() + "/team/app:1");
      var tls = new TlsOptions(false, Optional.of(registry.certificate()));
      var login = new Login.Password(RealRegistry.USER, RealRegistry.PASSWORD);
      try (Image image = Asking.as(login).with(tls).open(registry.host() + "/team/app:1")) {
        assertThat(image.id()).isEqualTo(TestImage.with("hello").id());
        assertThat(image.layers()).hasSize(1);
      }
    }
  }

  @Test
  void skopeoReadsWhatWePush() throws IOException {
    TestImage image = TestImage.with("hello");
    try (var registry = RealRegistry.open(folder);
        var repository =
            Artifacts.open(Asking.anonymously(), registry.host() + "/app", Purpose.PUSH)) {
      for (Map.Entry<String, byte[]> blob : image.blobs().entrySet()) {
        repository.push(Artifacts.of(blob.getValue()), Artifacts.source(blob.getValue()));
      }
      repository.pushManifest("1", image.manifest(), "application/vnd.oci.image.manifest.v1+json");
      String layout = folder.resolve("layout").toString();
      Programs.run(
          folder,
          "skopeo",
          "copy",
          "--insecure-policy",
          "--src-tls-verify=false",
          "docker://" + registry.host() + "/app:1",
          "oci:" + layout + ":1");
      for (String blob : image.blobs().keySet()) {
        assertThat(Path.of(layout, blob)).hasBinaryContent(image.blobs().get(blob));
      }
    }
  }
}
