package dev.landwaiter.oci.archive;

import static dev.landwaiter.oci.testing.TestImage.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.oci.Image;
import dev.landwaiter.oci.ImageException;
import dev.landwaiter.oci.ImageException.Code;
import dev.landwaiter.oci.ImageLayer;
import dev.landwaiter.oci.Limits;
import dev.landwaiter.oci.Platform;
import dev.landwaiter.oci.layer.LayerPass;
import dev.landwaiter.oci.testing.Seen;
import dev.landwaiter.oci.testing.Tar;
import dev.landwaiter.oci.testing.TestImage;
import dev.landwaiter.oci.testing.TestLayer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ArchivesTest {
  @TempDir Path folder;

  /// How the files of an image are packed.
  enum Packing {
    TAR,
    TAR_GZIP,
    TAR_ZSTD,
    FOLDER
  }

  private Path pack(Map<String, byte[]> files, Packing packing) throws IOException {
    Path path = folder.resolve("image");
    byte[] tar = TestImage.tar(files).end();
    switch (packing) {
      case TAR -> Files.write(path, tar);
      case TAR_GZIP -> Files.write(path, TestLayer.gzipped(tar));
      case TAR_ZSTD -> Files.write(path, TestLayer.zstd(tar));
      case FOLDER -> {
        for (var file : files.entrySet()) {
          Path at = path.resolve(file.getKey());
          Files.createDirectories(at.getParent());
          Files.write(at, file.getValue());
        }
      }
    }
    return path;
  }

  private static Image open(String target) throws IOException {
    return Archives.open(target, Optional.empty(), Limits.STANDARD);
  }

  private static List<String> contents(Image image) throws IOException {
    var seen = Seen.everything();
    for (ImageLayer layer : image.layers()) {
      LayerPass.run(layer, seen, Limits.STANDARD);
    }
    return seen.texts();
  }

  private static TestImage twoLayers() {
    byte[] first = new Tar().file("a", "1").file("big", "x".repeat(3_000_000)).end();
    byte[] second = new Tar().file("b", "2").end();
    return new TestImage().layer(first).layer(second, TestLayer.gzipped(second));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "FOLDER")
  void opensClassicDockerArchives(Packing packing) throws IOException {
    var made = twoLayers();
    Path path = pack(made.docker("alpine:3.10", "other:1"), packing);
    try (Image image = open(path.toString())) {
      assertThat(image.id()).isEqualTo(made.id());
      assertThat(image.repoTags()).containsExactly("alpine:3.10", "other:1");
      assertThat(image.reference()).isEqualTo("alpine:3.10");
      assertThat(image.repoDigests()).isEmpty();
      assertThat(image.problems()).isEmpty();
      assertThat(image.config().text("os")).isEqualTo("linux");
      assertThat(image.layers()).extracting(ImageLayer::digest).containsExactly("", "");
      assertThat(contents(image)).startsWith("a=1").endsWith("b=2").hasSize(3);
      assertThat(contents(image)).as("a second time").hasSize(3);
    }
  }

  @ParameterizedTest
  @EnumSource
  void opensLayouts(Packing packing) throws IOException {
    var made = twoLayers();
    Path path = pack(made.layout(), packing);
    try (Image image = open(path.toString())) {
      assertThat(image.id()).isEqualTo(made.id());
      assertThat(image.repoTags()).isEmpty();
      assertThat(image.layers()).allMatch(layer -> layer.digest().startsWith("sha256:"));
      assertThat(contents(image)).startsWith("a=1").endsWith("b=2").hasSize(3);
    }
  }

  @Test
  void anArchiveThatIsBothTellsItsTags() throws IOException {
    var made = twoLayers();
    var files = new LinkedHashMap<>(made.layout());
    files.put("manifest.json", bytes("[" + made.dockerEntry(true, "app:1") + "]"));
    try (Image image = open(pack(files, Packing.TAR).toString())) {
      assertThat(image.repoTags()).containsExactly("app:1");
      assertThat(image.layers().getFirst().digest()).as("plain").isEmpty();
      assertThat(image.layers().getLast().digest()).as("gzip").startsWith("sha256:");
      assertThat(contents(image)).hasSize(3);
    }
  }

  @Test
  void aBrokenManifestOfDockerIsSaidAloud() throws IOException {
    var files = new LinkedHashMap<>(twoLayers().layout());
    files.put("manifest.json", bytes("{}"));
    try (Image image = open(pack(files, Packing.TAR).toString())) {
      assertThat(image.problems())
          .singleElement()
          .asString()
          .contains("ignored, read as an OCI layout", "an array was expected");
    }
  }

  @Test
  void theOnlyImageIsTakenWhateverThePlatform() throws IOException {
    for (var files : List.of(twoLayers().docker("a:1"), twoLayers().layout())) {
      Path path = pack(files, Packing.TAR);
      var platform = Optional.of(Platform.parse("linux/arm64"));
      try (Image image = Archives.open(path, platform, Limits.STANDARD)) {
        assertThat(image.problems())
            .singleElement()
            .asString()
            .contains("the platform linux/arm64 is not looked for");
      }
    }
  }

  @Test
  void linksInDockerArchivesAreFollowed() throws IOException {
    byte[] layer = new Tar().file("a", "1").end();
    var made = new TestImage().layer(layer);
    String hex = Digest.sha256(layer).encoded();
    var tar =
        new Tar()
            .file("./" + made.id().encoded() + ".json", made.config())
            .file("real/layer.tar", layer)
            .link('2', "middle/layer.tar", "../real/layer.tar")
            .link('1', hex + "/layer.tar", "./middle/layer.tar")
            .file("./manifest.json", bytes("[" + made.dockerEntry(false) + "]"));
    for (byte[] archive : List.of(tar.end(), TestLayer.gzipped(tar.end()))) {
      Path path = Files.write(folder.resolve("image"), archive);
      try (Image image = open(path.toString())) {
        assertThat(contents(image)).containsExactly("a=1");
      }
    }
  }

  @Test
  void oneOfSeveralImagesIsNamed() throws IOException {
    var one = TestImage.with("one");
    var two = TestImage.with("two");
    var files = new LinkedHashMap<>(one.classicFiles());
    files.putAll(two.classicFiles());
    String entries = one.dockerEntry(false, "app:1") + "," + two.dockerEntry(false, "app:2");
    files.put("manifest.json", bytes("[" + entries + "]"));
    String path = pack(files, Packing.TAR).toString();
    for (String name : List.of(":2", ":app:2", ":docker.io/library/app:2", "@" + two.id())) {
      try (Image image = open(path + name)) {
        assertThat(image.id()).as(name).isEqualTo(two.id());
      }
    }
    refused(path, Code.NOT_FOUND, "holds 2 images; name one by its tag; tags: app:1, app:2");
    refused(path + ":3", Code.NOT_FOUND, "holds no such image; tags: app:1, app:2");
  }

  @ParameterizedTest
  @EnumSource
  void layoutsAreSearchedByNameDigestAndPlatform(Packing packing) throws IOException {
    var amd = TestImage.with("amd");
    var arm = TestImage.with("arm").architecture("arm64");
    var single = TestImage.with("single");
    byte[] inner = TestImage.index(arm.descriptor(""), amd.descriptor(""));
    var blobs = new LinkedHashMap<>(amd.blobs());
    blobs.putAll(arm.blobs());
    blobs.putAll(single.blobs());
    TestImage.put(blobs, inner);
    byte[] index =
        TestImage.index(TestImage.indexDescriptor(inner, "multi"), single.descriptor("v1"));
    String path = pack(TestImage.layout(index, blobs), packing).toString();
    var found = new ArrayList<String>();
    for (String target :
        List.of(path, path + ":multi", path + ":v1", path + "@" + Digest.sha256(inner))) {
      try (Image image = open(target)) {
        found.addAll(contents(image));
      }
    }
    assertThat(found).containsExactly("amd=amd", "amd=amd", "single=single", "amd=amd");
    var platform = Optional.of(Platform.parse("linux/aarch64"));
    try (Image image = Archives.open(path + ":multi", platform, Limits.STANDARD)) {
      assertThat(contents(image)).containsExactly("arm=arm");
      assertThat(image.problems()).isEmpty();
    }
    refused(path + ":v2", Code.NOT_FOUND, "holds no such image; names: multi, v1");
  }

  @Test
  void aPathThatExistsWins() throws IOException {
    Path path = pack(TestImage.with("plain").layout(), Packing.TAR);
    Files.copy(path, folder.resolve("image:v1"));
    try (Image image = open(path + ":v1")) {
      assertThat(contents(image)).containsExactly("plain=plain");
    }
    refused(path + ":v2", Code.NOT_FOUND, "no such image");
    refused(path + "@sha256:12", Code.INVALID, "not a digest");
    refused(folder.resolve("nothing") + ":v1", Code.NOT_FOUND, "there is no file or folder");
  }

  private static void refused(String target, Code code, String reason) {
    assertThatThrownBy(() -> open(target).close())
        .hasMessageContaining(reason)
        .isInstanceOfSatisfying(ImageException.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
