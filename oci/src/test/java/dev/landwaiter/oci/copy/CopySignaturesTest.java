package dev.landwaiter.oci.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.oci.Descriptor;
import dev.landwaiter.oci.ImageException;
import dev.landwaiter.oci.Limits;
import dev.landwaiter.oci.MediaTypes;
import dev.landwaiter.oci.Reference;
import dev.landwaiter.oci.archive.LayoutFolder;
import dev.landwaiter.oci.registry.Purpose;
import dev.landwaiter.oci.registry.Repository;
import dev.landwaiter.testing.MemoryRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CopySignaturesTest extends CopyScene {
  /// Puts a manifest with one layer under a tag.
  private static Digest sign(String repository, String tag, String... layers) throws IOException {
    try (Repository open =
        registry(Limits.STANDARD).repository(Reference.parse(repository), Purpose.PUSH)) {
      byte[] empty = "{}".getBytes(StandardCharsets.UTF_8);
      List<String> described = new ArrayList<>();
      for (String each : layers) {
        byte[] blob = each.getBytes(StandardCharsets.UTF_8);
        var layer = Descriptor.of("x/y", Digest.sha256(blob), blob.length);
        open.push(layer, () -> new ByteArrayInputStream(blob));
        described.add(
            "{\"mediaType\":\"x/y\",\"digest\":\"%s\",\"size\":%d}"
                .formatted(layer.digest(), layer.size()));
      }
      open.push(
          Descriptor.of(MediaTypes.OCI_EMPTY, Digest.sha256(empty), 2),
          () -> new ByteArrayInputStream(empty));
      byte[] body =
          "{\"schemaVersion\":2,\"config\":{\"mediaType\":\"%s\",\"digest\":\"%s\",\"size\":2},\"layers\":[%s]}"
              .formatted(MediaTypes.OCI_EMPTY, Digest.sha256(empty), String.join(",", described))
              .getBytes(StandardCharsets.UTF_8);
      return open.pushManifest(tag, body, MediaTypes.OCI_MANIFEST).digest();
    }
  }

  private static String tag(byte[] manifest, String suffix) {
    return "sha256-" + Digest.sha256(manifest).encoded() + suffix;
  }

  private static Copy.Wish wish(Copy.Attached attached, Copy.Overwrite overwrite) {
    return new Copy.Wish(Optional.empty(), attached, overwrite, Limits.STANDARD);
  }

  @Test
  void signaturesUnderTagsGoAlongForTheIndexAndItsImages() throws IOException {
    try (var first = MemoryRegistry.start();
        var second = MemoryRegistry.start()) {
      copy(layoutSource(layout(), "1.0"), target(first.host() + "/app", "1.0"), all());
      Digest ofIndex = sign(first.host() + "/app", tag(INDEX, ".sig"), "one");
      Digest ofImage = sign(first.host() + "/app", tag(AMD.manifest(), ".att"), "two");
      Copy.Done done =
          copy(source(first.host() + "/app:1.0"), target(second.host() + "/app", "2.0"), all());
      assertThat(done.attached()).isEqualTo(2);
      assertThat(second.tags("app"))
          .containsOnly(
              Map.entry("2.0", Digest.sha256(INDEX).toString()),
              Map.entry(tag(INDEX, ".sig"), ofIndex.toString()),
              Map.entry(tag(AMD.manifest(), ".att"), ofImage.toString()));
      Path folderOut = folder.resolve("out");
      copy(
          source(second.host() + "/app:2.0"),
          new LayoutTarget(LayoutFolder.open(folderOut, Limits.STANDARD), "2.0"),
          all());
      sign(second.host() + "/app", tag(INDEX, ".sig"), "another");
      assertThatThrownBy(() ->
              copy(
                  source(second.host() + "/app:2.0"),
                  new LayoutTarget(LayoutFolder.open(folderOut, Limits.STANDARD), "2.0"),
                  all()))
          .hasMessageContaining("would be lost");
      sign(second.host() + "/app", tag(INDEX, ".sig"), "one");
      try (var again = MemoryRegistry.start()) {
        copy(layoutSource(folderOut, "2.0"), target(again.host() + "/app", "2.0"), all());
        assertThat(again.tags("app")).isEqualTo(second.tags("app"));
      }
      try (var only = MemoryRegistry.start()) {
        var attached = new Copy.Attached(false, List.of(".sig"));
        copy(
            source(first.host() + "/app:1.0"),
            target(only.host() + "/app", ""),
            wish(attached, Copy.Overwrite.NOTHING));
        assertThat(only.tags("app")).containsOnlyKeys(tag(INDEX, ".sig"));
      }
    }
  }

  @Test
  void signaturesThatAreThereAreNotLost() throws IOException {
    try (var first = MemoryRegistry.start();
        var second = MemoryRegistry.start()) {
      copy(layoutSource(layout(), "1.0"), target(first.host() + "/app", "1.0"), all());
      sign(first.host() + "/app", tag(INDEX, ".sig"), "one", "two");
      Digest other = sign(second.host() + "/app", tag(INDEX, ".sig"), "three");
      for (Copy.Overwrite way : List.of(Copy.Overwrite.NOTHING, Copy.Overwrite.GROWING)) {
        assertThatThrownBy(() ->
                copy(
                    source(first.host() + "/app:1.0"),
                    target(second.host() + "/app", "1.0"),
                    wish(Copy.Attached.ALL, way)))
            .isInstanceOf(ImageException.class);
        assertThat(second.tags("app"))
            .containsOnly(Map.entry(tag(INDEX, ".sig"), other.toString()));
      }
      sign(second.host() + "/app", tag(INDEX, ".sig"), "two");
      copy(
          source(first.host() + "/app:1.0"),
          target(second.host() + "/app", "1.0"),
          wish(Copy.Attached.ALL, Copy.Overwrite.GROWING));
      assertThat(second.tags("app")).isEqualTo(first.tags("app"));
      assertThatThrownBy(() ->
              copy(
                  source(first.host() + "/app:1.0"),
                  target(second.host() + "/app", "1.0"),
                  wish(Copy.Attached.ALL, Copy.Overwrite.NOTHING)))
          .hasMessageContaining("1.0 is there already");
      sign(second.host() + "/app", tag(INDEX, ".sig"), "three");
      copy(
          source(first.host() + "/app:1.0"),
          target(second.host() + "/app", "1.0"),
          wish(Copy.Attached.ALL, Copy.Overwrite.EVERYTHING));
      assertThat(second.tags("app")).isEqualTo(first.tags("app"));
    }
  }

  @Test
  void whatIsDeletedIsAttachedNoLonger() throws IOException {
    for (boolean api : List.of(true, false)) {
      try (var registry = api ? MemoryRegistry.start() : MemoryRegistry.withoutReferrers()) {
        String app = registry.host() + "/app";
        Copy.Done done = copy(layoutSource(layout(), "1.0"), target(app, "1.0"), all());
        Digest attached = attach(app, done.root());
        sign(app, tag(INDEX, ".sig"), "one");
        try (Repository open =
            registry(Limits.STANDARD).repository(Reference.parse(app), Purpose.DELETE)) {
          Digest root = done.root().digest();
          assertThat(open.referrers(root, Optional.empty())).hasSize(1);
          assertThat(open.delete(attached.toString())).isTrue();
          assertThat(open.referrers(root, Optional.empty())).isEmpty();
          assertThat(open.delete(attached.toString())).isFalse();
          assertThat(open.delete(tag(INDEX, ".sig"))).isTrue();
          assertThat(open.delete(tag(INDEX, ".sig"))).isFalse();
        }
        assertThat(registry.tags("app")).containsOnlyKeys("1.0");
      }
    }
  }
}
