package dev.landwaiter.oci.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.oci.ImageException;
import dev.landwaiter.oci.ImageException.Code;
import dev.landwaiter.oci.ImageLayer;
import dev.landwaiter.oci.Limit;
import dev.landwaiter.oci.Limits;
import dev.landwaiter.oci.testing.Seen;
import dev.landwaiter.oci.testing.Tar;
import dev.landwaiter.oci.testing.TestLayer;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HostileLayerTest {
  private static final Digest OTHER = Digest.sha256(new byte[] {1});
  private static final Tar GOOD = new Tar().file("a", "content");

  private static void refused(ImageLayer layer, Limits limits, Code code, String reason) {
    assertThatThrownBy(() -> LayerPass.run(layer, Seen.everything(), limits))
        .hasMessageContaining(reason)
        .isInstanceOfSatisfying(ImageException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  static Stream<Arguments> broken() {
    byte[] tar = GOOD.end();
    byte[] gzip = TestLayer.gzipped(tar);
    byte[] wrongCrc = gzip.clone();
    wrongCrc[gzip.length - 6] ^= 1;
    byte[] wrongLength = gzip.clone();
    wrongLength[gzip.length - 1] ^= 1;
    byte[] zstd = TestLayer.zstd(tar);
    byte[] xz = TestLayer.xz(tar);
    byte[] badSum = GOOD.end();
    badSum[0] ^= 1;
    byte[] badSize = Tar.header('0', "a", "", 0);
    Tar.put(badSize, 124, "9x");
    byte[] badBlock = gzip.clone();
    badBlock[10] = (byte) 0xff;
    return Stream.of(
        Arguments.of("gzip cut", Arrays.copyOf(gzip, gzip.length - 9), "end too early"),
        Arguments.of("gzip trailer cut", Arrays.copyOf(gzip, gzip.length - 1), "end too early"),
        Arguments.of("gzip header cut", Arrays.copyOf(gzip, 5), "end too early"),
        Arguments.of("gzip checksum", wrongCrc, "checksum or length"),
        Arguments.of("gzip length", wrongLength, "checksum or length"),
        Arguments.of("gzip block", badBlock, "gzip data are damaged"),
        Arguments.of("gzip then more", joined(gzip, new byte[] {0, 0, 1}), "something else"),
        Arguments.of("gzip then text", joined(gzip, new byte[] {'x'}), "does not start"),
        Arguments.of("zstd cut", Arrays.copyOf(zstd, zstd.length - 2), "zstd data are damaged"),
        Arguments.of("zstd then more", joined(zstd, new byte[] {1, 2, 3, 4, 5}), "zstd data"),
        Arguments.of("zstd window", zstdWithWindow(), "zstd data are damaged"),
        Arguments.of("xz cut", Arrays.copyOf(xz, xz.length - 2), "xz data are damaged"),
        Arguments.of("xz then more", joined(xz, new byte[] {1, 2, 3, 4}), "xz data are damaged"),
        Arguments.of("tar cut in header", Arrays.copyOf(tar, 100), "middle of an entry"),
        Arguments.of("tar cut in content", Arrays.copyOf(tar, 515), "middle of an entry"),
        Arguments.of("tar checksum", badSum, "checksum of a tar header"),
        Arguments.of(
            "text",
            "hello".repeat(500).getBytes(java.nio.charset.StandardCharsets.UTF_8),
            "checksum"),
        Arguments.of("size is no number", Tar.summed(badSize), "no size"),
        tar("lone zero block", new Tar().raw(new byte[512]).file("a", ""), "single zero block"),
        tar("5 GiB told", new Tar().entry('0', "a", "", 5L << 30), "middle of an entry"),
        tar("negative size", new Tar().entry('0', "a", "", -1), "no size"),
        tar("most negative", new Tar().entry('0', "a", "", Long.MIN_VALUE), "no size"),
        tar("largest size", new Tar().entry('0', "a", "", Long.MAX_VALUE), "middle of an entry"),
        tar("negative pax size", new Tar().pax('x', "size", "-1").file("a", ""), "no size"),
        tar("huge pax size", new Tar().pax('x', "size", "9".repeat(40)).file("a", ""), "no size"),
        tar("negative header", new Tar().entry('x', "a", "", -5), "no size"),
        tar("NUL in name", new Tar().pax('x', "path", "a\0b").file("a", ""), "NUL"),
        tar("pax is no pax", new Tar().entry('x', "", "", 5).body(bytes("99 a=")), "damaged"),
        tar("pax length 0", new Tar().entry('x', "", "", 5).body(bytes("0 a=\n")), "damaged"),
        tar("pax endless", new Tar().entry('x', "", "", 3).body(bytes("999")), "damaged"),
        tar("path upwards", new Tar().file("../a", ""), "leads out"),
        tar("path up later", new Tar().file("a/../../b", ""), "leads out"),
        tar("folder upwards", new Tar().folder("../"), "leads out"),
        tar("absolute upwards", new Tar().file("/../../etc/passwd", ""), "leads out"),
        tar("whiteout of parent", new Tar().file("a/.wh...", ""), "hides no file"),
        tar("whiteout of itself", new Tar().file("a/.wh.", ""), "hides no file"));
  }

  private static Arguments tar(String title, Tar tar, String reason) {
    return Arguments.of(title, tar.end(), reason);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("broken")
  void brokenBytesAreRefused(String title, byte[] stored, String reason) {
    assertThat(title).isNotEmpty();
    var layer = new TestLayer(stored, "", OTHER, -1);
    refused(layer, Limits.STANDARD, Code.INVALID, reason);
  }

  @Test
  void digestsMustBeRight() {
    byte[] tar = GOOD.end();
    byte[] gzip = TestLayer.gzipped(tar);
    var diffId = Digest.sha256(tar);
    String digest = Digest.sha256(gzip).toString();
    var wrongDiffId = new TestLayer(gzip, digest, OTHER, gzip.length);
    var wrongDigest = new TestLayer(gzip, OTHER.toString(), diffId, gzip.length);
    var longer = new TestLayer(gzip, digest, diffId, gzip.length - 1);
    var shorter = new TestLayer(gzip, digest, diffId, gzip.length + 1);
    var plain = new TestLayer(tar, "", OTHER, -1);
    refused(wrongDiffId, Limits.STANDARD, Code.DIGEST_MISMATCH, OTHER + " expected");
    refused(wrongDigest, Limits.STANDARD, Code.DIGEST_MISMATCH, OTHER + " expected");
    refused(longer, Limits.STANDARD, Code.DIGEST_MISMATCH, "more than the");
    refused(shorter, Limits.STANDARD, Code.DIGEST_MISMATCH, "only " + gzip.length);
    refused(plain, Limits.STANDARD, Code.DIGEST_MISMATCH, "(uncompressed)");
    var unknown = new TestLayer(gzip, "md5:1", diffId, gzip.length);
    refused(unknown, Limits.STANDARD, Code.UNSUPPORTED, "digest");
  }

  @Test
  void bzip2IsNotSupported() {
    refused(
        new TestLayer(bytes("BZh91AY"), "", OTHER, -1),
        Limits.STANDARD,
        Code.UNSUPPORTED,
        "bzip2 compression is not supported");
  }

  static Stream<Arguments> limits() {
    String deep = "a/".repeat(10_000) + "b";
    return Stream.of(
        Arguments.of(Limit.PATH_LENGTH, 4096L, new Tar().gnuLong('L', deep).file("a", "")),
        Arguments.of(
            Limit.PATH_DEPTH, 512L, new Tar().gnuLong('L', deep.substring(17_000)).file("a", "")),
        Arguments.of(Limit.TAR_HEADER, 1L << 20, new Tar().entry('x', "a", "", 2 << 20)),
        Arguments.of(Limit.TAR_HEADER, 1L << 20, new Tar().entry('L', "a", "", 9L << 30)),
        Arguments.of(Limit.TAR_HEADER, 1L << 20, new Tar().entry('g', "a", "", Long.MAX_VALUE)),
        Arguments.of(
            Limit.ENTRIES_PER_LAYER, 2L, new Tar().file("a", "").file("b", "").folder("c")),
        Arguments.of(Limit.BYTES_PER_LAYER, 100L, new Tar().file("a", "")));
  }

  @ParameterizedTest
  @MethodSource("limits")
  void limitsNameThemselves(Limit limit, long value, Tar tar) {
    var limits = Limits.STANDARD.with(limit, value);
    String reason = "more than " + value + " " + limit.meaning() + " (limit " + limit.id() + ")";
    refused(TestLayer.gzip(tar.end()), limits, Code.LIMIT, reason);
  }

  static Stream<byte[]> bombs() {
    byte[] zeros = new byte[16 << 20];
    Tar.put(zeros, 0, "");
    byte[] header = Tar.header('0', "zeros", "", zeros.length);
    byte[] tar = new Tar().raw(header).body(zeros).end();
    return Stream.of(TestLayer.gzipped(tar), TestLayer.zstd(tar), TestLayer.xz(tar));
  }

  @ParameterizedTest
  @MethodSource("bombs")
  void bombsEndAtTheRatio(byte[] stored) {
    var limits = Limits.STANDARD.with(Limit.RATIO_FREE_BYTES, 1 << 20);
    refused(new TestLayer(stored, "", OTHER, -1), limits, Code.LIMIT, "(limit ratio)");
  }

  @Test
  void aMillionEntriesPass() throws IOException {
    byte[] header = Tar.header('0', "some/empty/file", "", 0);
    var hash = Digest.newSha256();
    for (int i = 0; i < 1_000_000; i++) {
      hash.update(header);
    }
    var layer = new Endless(header, 1_000_000, Digest.ofSha256(hash.digest()));
    var summary = LayerPass.run(layer, new Seen(_ -> false), Limits.STANDARD);
    assertThat(summary.size()).isEqualTo(512_000_000L);
  }

  @Test
  void endlessEntriesEnd() {
    byte[] header = Tar.header('5', "folder", "", 0);
    refused(
        new Endless(header, Long.MAX_VALUE, OTHER),
        Limits.STANDARD,
        Code.LIMIT,
        "more than 2000000 entries in one layer (limit entries-per-layer)");
  }

  /// A plain layer that repeats one block.
  @SuppressWarnings("ArrayRecordComponent")
  private record Endless(byte[] block, long times, Digest diffId) implements ImageLayer {
    @Override
    public String digest() {
      return "";
    }

    @Override
    public long storedSize() {
      return -1;
    }

    @Override
    public InputStream open() {
      return new InputStream() {
        private long at;

        @Override
        public int read() {
          return at / block.length >= times ? -1 : block[(int) (at++ % block.length)] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
          int done = 0;
          while (done < length && at / block.length < times) {
            int start = (int) (at % block.length);
            int part = Math.min(length - done, block.length - start);
            System.arraycopy(block, start, into, offset + done, part);
            at += part;
            done += part;
          }
          return done == 0 ? -1 : done;
        }
      };
    }
  }

  static Stream<Supplier<Inflate>> inflates() {
    return Stream.concat(Stream.of(Inflates.jdk()), Inflates.isal().stream());
  }

  /// Damaged layers end in an exception of ours, or the damage changes nothing of the content.
  @ParameterizedTest
  @MethodSource("inflates")
  void anyDamageIsFound(Supplier<Inflate> inflate) throws IOException {
    String content = "some content ".repeat(100);
    byte[] tar = new Tar().file("a", content).link('1', "b", "a").end();
    byte[] good = TestLayer.gzipped(tar);
    var random = new Random(42);
    for (int i = 0; i < 500; i++) {
      byte[] bad = good.clone();
      int at = i % bad.length;
      bad[at] ^= (byte) (1 + random.nextInt(255));
      var layer = new TestLayer(bad, "", Digest.sha256(tar), -1);
      var seen = Seen.everything();
      try {
        LayerPass.run(layer, seen, Limits.STANDARD, inflate);
        assertThat(seen.texts()).hasSize(2).allMatch(text -> text.endsWith(content));
      } catch (ImageException e) {
        assertThat(e.code()).isIn(Code.INVALID, Code.DIGEST_MISMATCH, Code.UNSUPPORTED);
      }
    }
  }

  private static byte[] zstdWithWindow() {
    return new byte[] {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd, 0x04, (byte) (20 << 3), 1, 0, 0};
  }

  private static byte[] joined(byte[] one, byte[] two) {
    byte[] both = Arrays.copyOf(one, one.length + two.length);
    System.arraycopy(two, 0, both, one.length, two.length);
    return both;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
  }
}
