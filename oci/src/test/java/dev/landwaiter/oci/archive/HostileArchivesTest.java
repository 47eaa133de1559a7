package dev.landwaiter.oci.archive;

import static dev.landwaiter.oci.testing.TestImage.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.oci.Image;
import dev.landwaiter.oci.ImageException;
import dev.landwaiter.oci.ImageException.Code;
import dev.landwaiter.oci.Limit;
import dev.landwaiter.oci.Limits;
import dev.landwaiter.oci.layer.LayerPass;
import dev.landwaiter.oci.testing.Seen;
import dev.landwaiter.oci.testing.Tar;
import dev.landwaiter.oci.testing.TestImage;
import dev.landwaiter.oci.testing.TestLayer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HostileArchivesTest {
  private static final String HEX = "a".repeat(64);

  @TempDir Path folder;

  private static Map<String, byte[]> changed(
      Map<String, byte[]> files, String end, byte[] content) {
    var changed = new LinkedHashMap<String, byte[]>();
    files.forEach((path, old) -> changed.put(path, path.endsWith(end) ? content : old));
    assertThat(changed).isNotEqualTo(files);
    return changed;
  }

  private static Arguments docker(String title, String manifest, Code code, String reason) {
    var made = TestImage.with("a");
    String text = manifest.replace("CONFIG", made.id().encoded() + ".json").replace('\'', '"');
    byte[] tar = TestImage.tar(changed(made.docker(), "manifest.json", bytes(text))).end();
    return Arguments.of(title, tar, code, reason);
  }

  private static Arguments layout(
      String title, Map<String, byte[]> files, Code code, String reason) {
    return Arguments.of(title, TestImage.tar(files).end(), code, reason);
  }

  static Stream<Arguments> archives() {
    var made = TestImage.with("a");
    byte[] tar = TestImage.tar(made.docker("a:1")).end();
    String layer = made.dockerEntry(false).replaceAll(".*\\[\"|\"\\].*", "");
    String config = made.id().encoded();
    var missingLayer = new LinkedHashMap<>(made.layout());
    missingLayer.keySet().removeIf(path -> path.endsWith(layer.replace("/layer.tar", "")));
    byte[] selfish =
        bytes(
            "{\"manifests\":[{\"mediaType\":\"application/vnd.oci.image.index.v1+json\",\"size\":9,\"digest\":\"sha256:"
                + HEX
                + "\"}]}");
    var self =
        new LinkedHashMap<>(TestImage.layout(selfish, Map.of("blobs/sha256/" + HEX, selfish)));
    byte[] nested = TestImage.index(made.descriptor(""));
    var deep = new LinkedHashMap<>(made.blobs());
    for (int i = 0; i < 6; i++) {
      TestImage.put(deep, nested);
      nested = TestImage.index(TestImage.indexDescriptor(nested, ""));
    }
    var twoManifests =
        new Tar().raw(TestImage.tar(made.docker("a:1")).open()).file("manifest.json", "[]").end();
    return Stream.of(
        Arguments.of("cut", Arrays.copyOf(tar, 700), Code.INVALID, "middle of an entry"),
        Arguments.of(
            "gzip cut",
            Arrays.copyOf(TestLayer.gzipped(tar), 300),
            Code.INVALID,
            "gzip data are damaged"),
        Arguments.of("text", bytes("hello"), Code.INVALID, "middle of an entry"),
        Arguments.of("bzip2", bytes("BZh91AY&SY"), Code.UNSUPPORTED, "bzip2"),
        Arguments.of(
            "another tar",
            new Tar().file("a", "b").end(),
            Code.NOT_FOUND,
            "holds no image: there is neither 'manifest.json' of a docker archive nor 'oci-layout' of"
                + " an OCI layout"),
        Arguments.of(
            "long text",
            bytes("hello ".repeat(100)),
            Code.INVALID,
            "this is no tar archive: the checksum of a tar header is wrong"),
        Arguments.of("two manifests", twoManifests, Code.INVALID, "two entries 'manifest.json'"),
        Arguments.of(
            "circle of symbolic links",
            new Tar().link('2', "manifest.json", "b").link('2', "b", "./manifest.json").end(),
            Code.LIMIT,
            "more than 40 links from one file to the next"),
        Arguments.of(
            "circle of hard links",
            new Tar().link('1', "manifest.json", "manifest.json").end(),
            Code.LIMIT,
            "more than 40 links from one file to the next"),
        Arguments.of(
            "link outside",
            new Tar().link('2', "manifest.json", "../../../../etc/passwd").end(),
            Code.NOT_FOUND,
            "there is neither 'manifest.json'"),
        Arguments.of(
            "sparse",
            new Tar().pax('x', "GNU.sparse.size", "9").file("manifest.json", "[]").end(),
            Code.UNSUPPORTED,
            "sparse"),
        docker("no array", "{}", Code.INVALID, "an array was expected"),
        docker("no image", "[]", Code.INVALID, "holds no image"),
        docker("number", "[1]", Code.INVALID, "an object was expected"),
        docker("no JSON", "[", Code.INVALID, "not valid JSON"),
        docker("no config", "[{}]", Code.NOT_FOUND, "there is no file ''"),
        docker(
            "outside",
            "[{'Config':'../../etc/passwd','Layers':[]}]",
            Code.NOT_FOUND,
            "there is no file '..'"),
        docker(
            "fewer layers",
            "[{'Config':'CONFIG','Layers':[]}]",
            Code.INVALID,
            "0 layers, but the configuration has 1 diff ids"),
        docker(
            "no such layer",
            "[{'Config':'CONFIG','Layers':['/etc/passwd']}]",
            Code.NOT_FOUND,
            "there is no file 'etc/passwd'"),
        docker("layers are text", "[{'Config':'CONFIG','Layers':'x'}]", Code.INVALID, "an array"),
        layout(
            "changed config",
            changed(made.docker("a:1"), config + ".json", bytes("{}")),
            Code.DIGEST_MISMATCH,
            "expected, but the content has"),
        layout(
            "changed blob",
            changed(made.layout(), config, new byte[made.config().length]),
            Code.DIGEST_MISMATCH,
            "expected, but the content has"),
        layout(
            "shorter blob",
            changed(made.layout(), config, bytes("{}")),
            Code.DIGEST_MISMATCH,
            "2 bytes, but its descriptor says"),
        layout("layer missing", missingLayer, Code.NOT_FOUND, "layer 1 is missing"),
        layout(
            "no layout version",
            changed(made.layout(), "oci-layout", bytes("{}")),
            Code.UNSUPPORTED,
            "layout version ''"),
        layout(
            "empty index",
            changed(made.layout(), "index.json", TestImage.index()),
            Code.NOT_FOUND,
            "no such image"),
        layout(
            "index is a manifest",
            changed(made.layout(), "index.json", made.manifest()),
            Code.INVALID,
            "not an index"),
        layout("index of itself", self, Code.DIGEST_MISMATCH, "its descriptor says 9"),
        layout(
            "indexes all the way down",
            TestImage.layout(nested, deep),
            Code.LIMIT,
            "more than 4 indexes inside one another"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("archives")
  void areRefused(String title, byte[] archive, Code code, String reason) throws IOException {
    assertThat(title).isNotEmpty();
    Path path = Files.write(folder.resolve("image"), archive);
    refused(path, Limits.STANDARD, code, reason.replace("IMAGE", path.toString()));
    if (!title.equals("bzip2") && !title.startsWith("gzip")) {
      Path packed = Files.write(folder.resolve("packed"), TestLayer.gzipped(archive));
      refused(packed, Limits.STANDARD, code, reason.replace("IMAGE", packed.toString()));
    }
  }

  private static void refused(Path path, Limits limits, Code code, String reason) {
    assertThatThrownBy(() -> Archives.open(path, Optional.empty(), limits).close())
        .hasMessageContaining(reason)
        .isInstanceOfSatisfying(ImageException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  @Test
  void archivesAreBounded() throws IOException {
    byte[] tar = TestImage.tar(TestImage.with("a").docker("a:1")).end();
    Path path = Files.write(folder.resolve("image"), tar);
    var entries = Limits.STANDARD.with(Limit.ARCHIVE_ENTRIES, 2);
    refused(path, entries, Code.LIMIT, "more than 2 entries in one image archive");
    Path packed = Files.write(folder.resolve("packed"), TestLayer.gzipped(tar));
    var size = Limits.STANDARD.with(Limit.BYTES_PER_ARCHIVE, 1000);
    refused(packed, size, Code.LIMIT, "more than 1000 uncompressed bytes in one image archive");
    byte[] zeros = new Tar().file("zeros", new byte[8 << 20]).end();
    Path bomb = Files.write(folder.resolve("bomb"), TestLayer.gzipped(zeros));
    var ratio = Limits.STANDARD.with(Limit.RATIO_FREE_BYTES, 1 << 20);
    refused(bomb, ratio, Code.LIMIT, "(limit ratio)");
  }

  @Test
  void aLayerIsHeldAgainstItsDigests() throws IOException {
    var made = TestImage.with("a");
    byte[] other = new Tar().file("a", "b").end();
    var files = changed(made.docker("a:1"), "layer.tar", other);
    Path path = Files.write(folder.resolve("image"), TestImage.tar(files).end());
    try (Image image = Archives.open(path, Optional.empty(), Limits.STANDARD)) {
      var layer = image.layers().getFirst();
      assertThatThrownBy(() -> LayerPass.run(layer, Seen.everything(), Limits.STANDARD))
          .hasMessageContaining(Digest.sha256(other).toString())
          .isInstanceOfSatisfying(
              ImageException.class, e -> assertThat(e.code()).isEqualTo(Code.DIGEST_MISMATCH));
    }
  }
}
