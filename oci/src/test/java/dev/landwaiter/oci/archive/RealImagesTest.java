package dev.landwaiter.oci.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.oci.Image;
import dev.landwaiter.oci.ImageLayer;
import dev.landwaiter.oci.Limits;
import dev.landwaiter.oci.layer.LayerPass;
import dev.landwaiter.oci.testing.Seen;
import dev.landwaiter.oci.testing.TestLayer;
import dev.landwaiter.testing.Shared;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.CompressorException;
import org.apache.commons.compress.compressors.CompressorStreamFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Real images hold what commons-compress finds in them.
class RealImagesTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "alpine-310.docker.tar.gz, alpine:3.10, 1",
    "alpine-3.15.0.docker.tar.gz, public.ecr.aws/docker/library/alpine:3.15.0, 1",
    "busybox-with-lockfile.docker.tar.gz, busy-cargo:latest, 2",
  })
  void ofDocker(String name, String tag, int layers) throws IOException {
    try (Image image = open(Shared.path("images/" + name))) {
      assertThat(image.repoTags()).containsExactly(tag);
      assertThat(image.layers()).hasSize(layers);
      compare(image);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"debian-12-app.oci.tar", "debian-12-app-aged.oci.tar"})
  void asLayout(String name) throws IOException {
    Path tar = Shared.path("images/" + name);
    try (Image image = open(tar);
        Image unpacked = open(unpack(tar))) {
      assertThat(image.problems()).isEmpty();
      assertThat(unpacked.id()).isEqualTo(image.id());
      assertThat(unpacked.layers())
          .extracting(ImageLayer::digest)
          .isEqualTo(image.layers().stream().map(ImageLayer::digest).toList());
      compare(image);
      compare(unpacked);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "almalinux-9-20220901-aarch64-micro.rootfs.tar.xz",
        "alpine-minirootfs-3.13.12-x86_64.tar.gz",
        "alpine-minirootfs-3.20.3-s390x.tar.gz",
        "busybox-glibc-amd64.rootfs.tar.gz",
      })
  void rootFileSystemsAreLayersToo(String name) throws IOException, CompressorException {
    Path path = Shared.path("images/" + name);
    byte[] stored = Files.readAllBytes(path);
    try (InputStream plain =
        new CompressorStreamFactory(true)
            .createCompressorInputStream(new BufferedInputStream(Files.newInputStream(path)))) {
      var layer = TestLayer.of(plain.readAllBytes(), stored);
      var seen = Seen.everything();
      LayerPass.run(layer, seen, Limits.STANDARD);
      try (InputStream again =
          new CompressorStreamFactory(true)
              .createCompressorInputStream(new BufferedInputStream(layer.open()))) {
        compare(seen, again);
      }
    }
  }

  private static Image open(Path path) throws IOException {
    return Archives.open(path, Optional.empty(), Limits.STANDARD);
  }

  private Path unpack(Path tar) throws IOException {
    try (var in = new TarArchiveInputStream(Files.newInputStream(tar))) {
      for (TarArchiveEntry e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
        Path to = folder.resolve(e.getName()).normalize();
        assertThat(to.startsWith(folder)).isTrue();
        if (e.getLinkFlag() == '0') {
          Files.createDirectories(to.getParent());
          Files.copy(in, to);
        }
      }
    }
    return folder;
  }

  private static void compare(Image image) throws IOException {
    for (ImageLayer layer : image.layers()) {
      var seen = Seen.everything();
      LayerPass.run(layer, seen, Limits.STANDARD);
      try (var stored = new BufferedInputStream(layer.open())) {
        stored.mark(2);
        boolean gzip = stored.read() == 0x1f && stored.read() == 0x8b;
        stored.reset();
        compare(seen, gzip ? new java.util.zip.GZIPInputStream(stored) : stored);
      }
    }
  }

  /// Paths, sizes, modes and contents are the same; a hard link has the content of its file.
  private static void compare(Seen seen, InputStream tar) throws IOException {
    var expected = new TreeMap<String, String>();
    var programs = new TreeMap<String, String>();
    try (var in = new TarArchiveInputStream(tar)) {
      for (TarArchiveEntry e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
        String path = clean(e.getName());
        if (e.isLink()) {
          String target = expected.getOrDefault(clean(e.getLinkName()), "missing");
          boolean program = (e.getMode() & 0111) != 0;
          (program ? programs : expected).put(path, target);
        } else if (e.getLinkFlag() == '0') {
          byte[] content = in.readAllBytes();
          expected.put(path, describe(content, e.getMode() & 07777));
        }
      }
    }
    Map<String, String> actual = new TreeMap<>();
    seen.files.forEach(file -> {
      actual.put(file.path(), describe(file.bytes(), file.entry().mode()));
      assertThat(file.entry().size()).isEqualTo(file.bytes().length);
    });
    assertThat(actual).isEqualTo(expected).isNotEmpty();
    assertThat(actual).doesNotContainKeys(programs.keySet().toArray(String[]::new));
  }

  private static String clean(String name) {
    String path = name;
    while (path.startsWith("./") || path.startsWith("/")) {
      path = path.substring(path.indexOf('/') + 1);
    }
    return path;
  }

  private static String describe(byte[] content, int mode) {
    return content.length + " " + Integer.toOctalString(mode) + " " + Digest.sha256(content);
  }
}
