package dev.landwaiter.oci.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.base.text.Problem;
import dev.landwaiter.oci.Image;
import dev.landwaiter.oci.ImageException;
import dev.landwaiter.oci.MediaTypes;
import dev.landwaiter.oci.Platform;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RegistryTest {
  static String text(Image image, int layer) throws IOException {
    try (InputStream in = image.layers().get(layer).open()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  static ImageException.Code code(Throwable e) {
    return ((ImageException) e).code();
  }

  @Test
  void opensAnImageByTagAndStreamsItsLayers() throws IOException {
    try (var registry = TestRegistry.start()) {
      String descriptor = registry.image("team/app", "1.0", "amd64", "base", "top");
      String digest = TestRegistry.digestOf(descriptor);
      try (Image image = Asking.anonymously().open(registry.host() + "/team/app:1.0")) {
        String name = registry.host() + "/team/app";
        assertThat(image.repoTags()).containsExactly(name + ":1.0");
        assertThat(image.repoDigests()).containsExactly(name + "@" + digest);
        assertThat(image.reference()).isEqualTo(name + ":1.0");
        assertThat(image.canonicalName()).isEqualTo(name);
        assertThat(image.problems()).isEmpty();
        assertThat(image.layers()).hasSize(2);
        assertThat(text(image, 0)).isEqualTo("base");
        assertThat(text(image, 1)).isEqualTo("top");
        assertThat(text(image, 1)).isEqualTo("top");
        assertThat(image.layers().get(1).storedSize()).isEqualTo(3);
        assertThat(image.layers().get(1).digest())
            .isEqualTo(image.layers().get(1).diffId().toString());
      }
      assertThat(registry.requested())
          .filteredOn(path -> path.contains("/manifests/"))
          .containsExactly("/v2/team/app/manifests/1.0");
    }
  }

  @Test
  void anImageByDigestHasNoTags() throws IOException {
    try (var registry = TestRegistry.start()) {
      String digest = TestRegistry.digestOf(registry.image("app", "1", "amd64", "x"));
      String name = registry.host() + "/app";
      try (Image image = Asking.anonymously().open(name + ":1@" + digest)) {
        assertThat(image.repoTags()).isEmpty();
        assertThat(image.repoDigests()).containsExactly(name + "@" + digest);
      }
      assertThat(registry.requested()).doesNotContain("/v2/app/manifests/1");
    }
  }

  @Test
  void choosesThePlatformInAnIndexOfIndexes() throws IOException {
    try (var registry = TestRegistry.start()) {
      String amd = registry.image("app", "amd", "amd64", "for amd64");
      String arm = registry.image("app", "arm", "arm64", "for arm64");
      String inner =
          registry.manifest(
              "app",
              "inner",
              MediaTypes.OCI_INDEX,
              "{\"schemaVersion\":2,\"manifests\":[{%s,\"platform\":{\"os\":\"linux\",\"architecture\":\"arm64\"}}]}"
                  .formatted(arm));
      String outer =
          registry.manifest(
              "app",
              "latest",
              MediaTypes.OCI_INDEX,
              ("{\"schemaVersion\":2,\"manifests\":["
                      + "{%s,\"platform\":{\"os\":\"linux\",\"architecture\":\"amd64\"}},"
                      + "{%s,\"platform\":{\"os\":\"linux\",\"architecture\":\"arm64\"}}]}")
                  .formatted(amd, inner));
      Asking asking = Asking.anonymously();
      try (Image image = asking.open(registry.host() + "/app")) {
        assertThat(text(image, 0)).isEqualTo("for amd64");
        assertThat(image.repoDigests().getFirst()).endsWith("@" + TestRegistry.digestOf(outer));
      }
      try (Image image =
          asking.open(registry.host() + "/app", Optional.of(Platform.parse("linux/arm64")))) {
        assertThat(text(image, 0)).isEqualTo("for arm64");
      }
      assertThatThrownBy(() ->
              asking.open(registry.host() + "/app", Optional.of(Platform.parse("linux/s390x"))))
          .hasMessageContaining("linux/s390x")
          .satisfies(e -> assertThat(code(e)).isEqualTo(ImageException.Code.NOT_FOUND));
    }
  }

  @Test
  void saysThatThePlatformIsIgnoredForASingleManifest() throws IOException {
    try (var registry = TestRegistry.start()) {
      registry.image("app", "1", "amd64", "x");
      var wanted = Optional.of(Platform.parse("linux/arm64"));
      try (Image image = Asking.anonymously().open(registry.host() + "/app:1", wanted)) {
        assertThat(image.problems())
            .extracting(Problem::message)
            .containsExactly(
                "platform linux/arm64 is ignored: the reference names the one image for linux/amd64");
      }
    }
  }

  @Test
  void refusesWhatIsNoImageAndNamesItsType() throws IOException {
    try (var registry = TestRegistry.start()) {
      String config = registry.blob("chart", "{}".getBytes(StandardCharsets.UTF_8));
      registry.manifest(
          "chart",
          "1",
          MediaTypes.OCI_MANIFEST,
          "{\"schemaVersion\":2,\"config\":{\"mediaType\":\"application/vnd.cncf.helm.config.v1+json\",\"digest\":\"%s\",\"size\":2},\"layers\":[]}"
              .formatted(config));
      assertThatThrownBy(() -> Asking.anonymously().open(registry.host() + "/chart:1"))
          .hasMessageContaining("application/vnd.cncf.helm.config.v1+json")
          .satisfies(e -> assertThat(code(e)).isEqualTo(ImageException.Code.UNSUPPORTED));
    }
  }

  @Test
  void refusesAManifestWhoseContentTypeContradictsIt() throws IOException {
    try (var registry = TestRegistry.start()) {
      registry.image("app", "1", "amd64", "x");
      registry.manifest(
          "app",
          "1",
          MediaTypes.OCI_INDEX,
          "{\"schemaVersion\":2,\"mediaType\":\"%s\",\"layers\":[]}"
              .formatted(MediaTypes.OCI_MANIFEST));
      assertThatThrownBy(() -> Asking.anonymously().open(registry.host() + "/app:1"))
          .satisfies(e -> assertThat(code(e)).isEqualTo(ImageException.Code.INVALID));
    }
  }

  @Test
  void aLayerThatIsKeptElsewhereIsFetchedThereWithoutLogin() throws IOException {
    try (var registry = TestRegistry.start();
        var storage = TestRegistry.start()) {
      byte[] layer = "foreign".getBytes(StandardCharsets.UTF_8);
      Digest digest = Digest.sha256(layer);
      byte[] config =
          "{\"rootfs\":{\"diff_ids\":[\"%s\"]}}".formatted(digest).getBytes(StandardCharsets.UTF_8);
      registry.manifest(
          "app",
          "1",
          MediaTypes.OCI_MANIFEST,
          ("{\"schemaVersion\":2,\"config\":{\"mediaType\":\"%s\",\"digest\":\"%s\",\"size\":%d},"
                  + "\"layers\":[{\"mediaType\":\"%s\",\"digest\":\"%s\",\"size\":7,"
                  + "\"urls\":[\"ftp://x.example/y\",\"http://169.254.169.254/y\",\"http://%s/layer\"]}]}")
              .formatted(
                  MediaTypes.OCI_CONFIG,
                  registry.blob("app", config),
                  config.length,
                  MediaTypes.DOCKER_FOREIGN_LAYER_GZIP,
                  digest,
                  storage.host()));
      storage.on("/layer", TestRegistry.give(200, "x/y", layer));
      registry.protect(List.of("Basic realm=r"), TestRegistry.basic("anna", "pw"));
      Asking asking = Asking.as(new Login.Password("anna", "pw"));
      try (Image image = asking.open(registry.host() + "/app:1")) {
        assertThat(text(image, 0)).isEqualTo("foreign");
      }
      assertThat(storage.requests()).containsExactly(new TestRegistry.Request("/layer", ""));
    }
  }

  @Test
  void anUnknownTagIsNotFoundAndSaysWhatToCheck() throws IOException {
    try (var registry = TestRegistry.start()) {
      assertThatThrownBy(() -> Asking.anonymously().open(registry.host() + "/app:2"))
          .hasMessageContaining("MANIFEST_UNKNOWN")
          .hasMessageContaining("check name, tag and digest")
          .satisfies(e -> assertThat(code(e)).isEqualTo(ImageException.Code.NOT_FOUND));
    }
  }

  @Test
  void aClosedPortIsUnreachable() throws IOException {
    String host;
    try (var registry = TestRegistry.start()) {
      host = registry.host();
    }
    assertThatThrownBy(() -> Asking.anonymously().open(host + "/app:2"))
        .hasMessageContaining("cannot reach " + host)
        .satisfies(e -> assertThat(code(e)).isEqualTo(ImageException.Code.UNREACHABLE));
  }
}
