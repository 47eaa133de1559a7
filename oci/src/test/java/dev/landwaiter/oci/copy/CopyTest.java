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
import dev.landwaiter.oci.Reference;
import dev.landwaiter.oci.Waiting;
import dev.landwaiter.oci.archive.Archives;
import dev.landwaiter.oci.archive.LayoutFolder;
import dev.landwaiter.oci.archive.LayoutReader;
import dev.landwaiter.oci.archive.LayoutTar;
import dev.landwaiter.oci.archive.LayoutWriter;
import dev.landwaiter.oci.registry.Logins;
import dev.landwaiter.oci.registry.Purpose;
import dev.landwaiter.oci.registry.Registry;
import dev.landwaiter.oci.registry.RegistryOptions;
import dev.landwaiter.oci.registry.Repository;
import dev.landwaiter.oci.registry.TlsOptions;
import dev.landwaiter.oci.testing.TestImage;
import dev.landwaiter.testing.MemoryRegistry;
import dev.landwaiter.testing.Programs;
import dev.landwaiter.testing.RealRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CopyTest {
  private static final TestImage AMD = TestImage.with("for-amd64");
  private static final TestImage ARM = TestImage.with("for-arm64").architecture("arm64");
  private static final byte[] INDEX = TestImage.index(AMD.descriptor(""), ARM.descriptor(""));
  private static final String SIGNATURE = "application/vnd.example.signature";

  @TempDir Path folder;

  private static Registry registry(Limits limits) {
    var waiting =
        new Waiting(
            InstantSource.system(),
            duration -> {},
            new Random(7),
            Instant.now().plusSeconds(120),
            Duration.ofSeconds(10),
            Duration.ofSeconds(30));
    return new Registry(
        new RegistryOptions(Logins.NONE, TlsOptions.STRICT, HttpClient.Builder.NO_PROXY, waiting),
        limits);
  }

  private static CopySource source(String reference) throws IOException {
    var parsed = Reference.parse(reference);
    return new RegistrySource(registry(Limits.STANDARD).repository(parsed, Purpose.PULL), parsed);
  }

  private static CopyTarget target(String repository, String tag) throws IOException {
    return new RegistryTarget(
        registry(Limits.STANDARD).repository(Reference.parse(repository), Purpose.PUSH), tag);
  }

  private static Copy.Done copy(CopySource source, CopyTarget target, Copy.Wish wish)
      throws IOException {
    try (source;
        target) {
      return Copy.run(source, target, wish, Progress.NONE);
    }
  }

  private static Copy.Wish all() {
    return new Copy.Wish(Optional.empty(), true, Limits.STANDARD);
  }

  /// A layout with an image for two platforms under a name.
  private Path layout() throws IOException {
    Map<String, byte[]> blobs = new LinkedHashMap<>(AMD.blobs());
    blobs.putAll(ARM.blobs());
    TestImage.put(blobs, INDEX);
    Path layout = folder.resolve("layout");
    byte[] top = TestImage.index(TestImage.indexDescriptor(INDEX, "1.0"));
    for (var file : TestImage.layout(top, blobs).entrySet()) {
      Path path = layout.resolve(file.getKey());
      Files.createDirectories(path.resolve("..").normalize());
      Files.write(path, file.getValue());
    }
    return layout;
  }

  private CopySource layoutSource(Path path, String name) throws IOException {
    return new LayoutSource(LayoutReader.open(path, Limits.STANDARD), name, Limits.STANDARD);
  }

  /// Attaches an artifact of one layer and says its digest.
  private static Digest attach(String repository, Descriptor subject) throws IOException {
    byte[] layer = "signed".getBytes(StandardCharsets.UTF_8);
    byte[] empty = "{}".getBytes(StandardCharsets.UTF_8);
    try (Repository open =
        registry(Limits.STANDARD).repository(Reference.parse(repository), Purpose.PUSH)) {
      for (byte[] blob : List.of(layer, empty)) {
        open.push(
            Descriptor.of("x/y", Digest.sha256(blob), blob.length),
            () -> new ByteArrayInputStream(blob));
      }
      byte[] body =
          ("{\"schemaVersion\":2,\"mediaType\":\"%s\",\"artifactType\":\"%s\","
                  + "\"config\":{\"mediaType\":\"%s\",\"digest\":\"%s\",\"size\":2},"
                  + "\"layers\":[{\"mediaType\":\"x/y\",\"digest\":\"%s\",\"size\":6}],"
                  + "\"subject\":{\"mediaType\":\"%s\",\"digest\":\"%s\",\"size\":%d}}")
              .formatted(
                  MediaTypes.OCI_MANIFEST,
                  SIGNATURE,
                  MediaTypes.OCI_EMPTY,
                  Digest.sha256(empty),
                  Digest.sha256(layer),
                  subject.mediaType(),
                  subject.digest(),
                  subject.size())
              .getBytes(StandardCharsets.UTF_8);
      return open.pushManifest(Digest.sha256(body).toString(), body, MediaTypes.OCI_MANIFEST)
          .digest();
    }
  }

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
