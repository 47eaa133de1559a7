package dev.landwaiter.oci.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.oci.Descriptor;
import dev.landwaiter.oci.Image;
import dev.landwaiter.oci.ImageException;
import dev.landwaiter.oci.Limit;
import dev.landwaiter.oci.Limits;
import dev.landwaiter.oci.Manifest;
import dev.landwaiter.oci.MediaTypes;
import dev.landwaiter.oci.Platform;
import dev.landwaiter.oci.archive.Archives;
import dev.landwaiter.oci.archive.LayoutFolder;
import dev.landwaiter.oci.archive.LayoutTar;
import dev.landwaiter.oci.archive.LayoutWriter;
import dev.landwaiter.testing.MemoryRegistry;
import dev.landwaiter.testing.Programs;
import dev.landwaiter.testing.RealRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CopyTest extends CopyScene {
  @Test
  void anImageForAllPlatformsGoesAroundWithWhatIsAttached() throws IOException {
    Files.createDirectories(folder.resolve("real"));
    try (var first = MemoryRegistry.start();
        var second = MemoryRegistry.withoutReferrers();
        var third = RealRegistry.open(folder.resolve("real"))) {
      Copy.Done done =
          copy(layoutSource(layout(), "1.0"), target(first.host() + "/app", "1.0"), all());
      assertThat(done.manifests()).isEqualTo(3);
      assertThat(done.blobs()).isEqualTo(4);
      Digest toAll = attach(first.host() + "/app", done.root());
      Digest toOne =
          attach(
              first.host() + "/app",
              Descriptor.of(
                  MediaTypes.OCI_MANIFEST, Digest.sha256(AMD.manifest()), AMD.manifest().length));
      List<String> stations = List.of(first.host(), second.host(), third.host());
      for (int i = 1; i < stations.size(); i++) {
        Copy.Done next =
            copy(
                source(stations.get(i - 1) + "/app:1.0"),
                target(stations.get(i) + "/app", "1.0"),
                all());
        assertThat(next.root().digest()).isEqualTo(Digest.sha256(INDEX));
        assertThat(next.manifests()).isEqualTo(5);
        assertThat(next.attached()).isEqualTo(2);
      }
      Path tar = folder.resolve("out.tar");
      copy(source(third.host() + "/app:1.0"), new LayoutTarget(LayoutTar.open(tar), "1.0"), all());
      Path unpacked = folder.resolve("unpacked");
      copy(
          layoutSource(tar, "1.0"),
          new LayoutTarget(LayoutFolder.open(unpacked, Limits.STANDARD), "1.0"),
          all());
      for (Path layout : List.of(tar, unpacked)) {
        try (var source = layoutSource(layout, "1.0")) {
          assertThat(source.root().body()).isEqualTo(INDEX);
          assertThat(source.referrers(Digest.sha256(INDEX)))
              .extracting(Descriptor::digest)
              .containsExactly(toAll);
          assertThat(source.referrers(Digest.sha256(AMD.manifest())))
              .extracting(Descriptor::digest)
              .containsExactly(toOne);
        }
        try (Image image =
            Archives.open(
                layout + ":1.0", Optional.of(Platform.parse("linux/arm64")), Limits.STANDARD)) {
          assertThat(image.id()).isEqualTo(ARM.id());
        }
      }
    }
  }

  @Test
  void onePlatformAloneKeepsItsDigest() throws IOException {
    try (var registry = MemoryRegistry.start()) {
      var arm = new Copy.Wish(Optional.of(Platform.parse("linux/arm64")), false, Limits.STANDARD);
      Copy.Done done =
          copy(layoutSource(layout(), ""), target(registry.host() + "/app", "arm"), arm);
      assertThat(done.root().digest()).isEqualTo(Digest.sha256(ARM.manifest()));
      assertThat(done.manifests()).isEqualTo(1);
      try (var source = source(registry.host() + "/app:arm")) {
        assertThat(source.root().body()).isEqualTo(ARM.manifest());
      }
    }
  }

  @Test
  void withinOneRegistryBlobsAreMountedNotSent() throws IOException {
    try (var registry = MemoryRegistry.start()) {
      copy(layoutSource(layout(), ""), target(registry.host() + "/first", "1"), all());
      Copy.Done done =
          copy(
              source(registry.host() + "/first:1"),
              target(registry.host() + "/second", "1"),
              all());
      assertThat(done.bytes()).isZero();
      assertThat(registry.requests())
          .filteredOn(request -> request.contains("mount=") && request.contains("from=first"))
          .hasSize(4);
    }
  }

  @Test
  void whatIsThereIsNotSentAgain() throws IOException {
    try (var registry = MemoryRegistry.start()) {
      for (int i = 0; i < 2; i++) {
        Copy.Done done =
            copy(layoutSource(layout(), ""), target(registry.host() + "/app", "1"), all());
        assertThat(done.bytes() == 0).isEqualTo(i == 1);
      }
    }
  }

  @Test
  void aDamagedBlobEndsTheCopyAndNothingIsTagged() throws IOException {
    Path layout = layout();
    try (Stream<Path> blobs = Files.list(layout.resolve("blobs/sha256"))) {
      Path largest = blobs.max((a, b) -> Long.compare(size(a), size(b))).orElseThrow();
      byte[] bytes = Files.readAllBytes(largest);
      bytes[bytes.length / 2]++;
      Files.write(largest, bytes);
    }
    try (var registry = MemoryRegistry.start()) {
      assertThatThrownBy(
              () -> copy(layoutSource(layout, ""), target(registry.host() + "/app", "1"), all()))
          .isInstanceOfSatisfying(
              ImageException.class,
              e -> assertThat(e.code()).isEqualTo(ImageException.Code.DIGEST_MISMATCH));
      assertThatThrownBy(() -> source(registry.host() + "/app:1").root())
          .hasMessageContaining("404");
      Path tar = folder.resolve("damaged.tar");
      assertThatThrownBy(
          () -> copy(layoutSource(layout, ""), new LayoutTarget(LayoutTar.open(tar), ""), all()));
      assertThat(folder).isDirectoryNotContaining(path -> path.toString().endsWith("tar"));
      assertThat(folder).isDirectoryNotContaining("glob:**.part*");
    }
  }

  private static long size(Path path) {
    try {
      return Files.size(path);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void everyLimitHasItsOwnError() throws IOException {
    for (Limit limit : List.of(Limit.COPIED_MANIFESTS, Limit.BYTES_PER_COPY, Limit.INDEX_DEPTH)) {
      var wish =
          new Copy.Wish(
              Optional.empty(),
              false,
              Limits.STANDARD.with(limit, limit == Limit.INDEX_DEPTH ? 0 : 2));
      Path target = folder.resolve(limit.id());
      assertThatThrownBy(() ->
              copy(
                  layoutSource(layout(), ""),
                  new LayoutTarget(LayoutFolder.open(target, Limits.STANDARD), ""),
                  wish))
          .hasMessageContaining(limit.id());
    }
  }

  @Test
  void aFolderWithOtherThingsIsNoTarget() throws IOException {
    Files.writeString(folder.resolve("letter.txt"), "dear");
    assertThatThrownBy(() -> LayoutFolder.open(folder, Limits.STANDARD))
        .hasMessageContaining("no OCI layout");
  }

  @Test
  void skopeoReadsTheLayoutsWeWrite() throws IOException {
    Path out = folder.resolve("out");
    Path tar = folder.resolve("out.tar");
    for (LayoutWriter writer :
        List.of(LayoutFolder.open(out, Limits.STANDARD), LayoutTar.open(tar))) {
      copy(layoutSource(layout(), ""), new LayoutTarget(writer, "1.0"), all());
    }
    for (String layout : List.of("oci:" + out, "oci-archive:" + tar)) {
      String raw = Programs.run(folder, "skopeo", "inspect", "--raw", layout + ":1.0");
      assertThat(raw.getBytes(StandardCharsets.UTF_8)).isEqualTo(INDEX);
      Programs.run(
          folder,
          "skopeo",
          "copy",
          "--insecure-policy",
          "--override-arch",
          "arm64",
          layout + ":1.0",
          "dir:" + folder.resolve("dir"));
    }
  }

  @Test
  void layersBecomeFilesInsideTheFolderAlone() throws IOException {
    Map<String, String> names = new LinkedHashMap<>();
    names.put("a.txt", "a.txt");
    names.put("deep/b.txt", "b.txt");
    names.put("", "sha256-" + Digest.sha256(new byte[0]).encoded());
    names.forEach((title, name) -> {
      try {
        assertThat(ArtifactFiles.name(titled(title))).isEqualTo(name);
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    });
    for (String title :
        List.of("..", ".", "../x", "a/../x", "/etc/passwd", "a/", "x\\y", "C:x", "a\nb", " ")) {
      assertThatThrownBy(() -> ArtifactFiles.name(titled(title)))
          .as(title)
          .hasMessageContaining("no name of a file");
    }
  }

  private static Descriptor titled(String title) {
    return new Descriptor(
        "x/y",
        Digest.sha256(new byte[0]),
        0,
        List.of(),
        title.isEmpty() ? Map.of() : Map.of("org.opencontainers.image.title", title),
        "",
        Optional.empty(),
        "");
  }

  @Test
  void filesThatAreThereStayUnlessTheyMayBeReplaced() throws IOException {
    try (var registry = MemoryRegistry.start()) {
      Digest digest =
          attach(
              registry.host() + "/x",
              Descriptor.of(MediaTypes.OCI_MANIFEST, Digest.sha256(INDEX), 1));
      try (var source = source(registry.host() + "/x@" + digest)) {
        var manifest = (Manifest) source.root().document(Limits.STANDARD);
        Path out = folder.resolve("files");
        List<Path> files = ArtifactFiles.write(source, manifest, out, false, Progress.NONE);
        assertThat(files).hasSize(1);
        assertThat(files.getFirst()).hasContent("signed");
        Files.writeString(files.getFirst(), "changed");
        assertThatThrownBy(() -> ArtifactFiles.write(source, manifest, out, false, Progress.NONE))
            .hasMessageContaining("is there already");
        assertThat(files.getFirst()).hasContent("changed");
        ArtifactFiles.write(source, manifest, out, true, Progress.NONE);
        assertThat(files.getFirst()).hasContent("signed");
      }
    }
  }

  @Test
  void aDamagedBlobInTheFolderIsWrittenAnew() throws IOException {
    Path there = folder.resolve("there");
    try (var registry = MemoryRegistry.start()) {
      copy(layoutSource(layout(), ""), target(registry.host() + "/app", "1"), all());
      copy(source(registry.host() + "/app:1"), folderTarget(there), all());
      Path blob = there.resolve("blobs/sha256").resolve(Digest.sha256(AMD.manifest()).encoded());
      byte[] right = Files.readAllBytes(blob);
      byte[] wrong = right.clone();
      wrong[5] ^= 1;
      Files.write(blob, wrong);
      copy(source(registry.host() + "/app:1"), folderTarget(there), all());
      assertThat(blob).hasBinaryContent(right);
    }
  }

  private static CopyTarget folderTarget(Path path) throws IOException {
    return new LayoutTarget(LayoutFolder.open(path, Limits.STANDARD), "1");
  }

  @Test
  void theFilesOfAnArtifactAreWithinALimit() throws IOException {
    var huge =
        new Descriptor(
            "x/y",
            Digest.sha256(new byte[0]),
            Limits.STANDARD.of(Limit.BYTES_PER_COPY) + 1,
            List.of(),
            Map.of(),
            "",
            Optional.empty(),
            "");
    assertThatThrownBy(() -> ArtifactFiles.check(List.of(huge), Limits.STANDARD))
        .isInstanceOf(ImageException.class)
        .hasMessageContaining("bytes in one copy");
  }
}
