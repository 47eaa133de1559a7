package dev.landwaiter.oci.layer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.oci.Limit;
import dev.landwaiter.oci.Limits;
import dev.landwaiter.oci.testing.Seen;
import dev.landwaiter.oci.testing.Tar;
import dev.landwaiter.oci.testing.TestLayer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LayerPassTest {
  private static Seen walk(Tar tar) throws IOException {
    var seen = Seen.everything();
    LayerPass.run(TestLayer.plain(tar.end()), seen, Limits.STANDARD);
    return seen;
  }

  @Test
  void showsRegularFilesOnly() throws IOException {
    var tar =
        new Tar()
            .folder("etc/")
            .file("./etc/a", "one")
            .file("/b//c/./d", "two")
            .file("x/../y", "three")
            .link('2', "link", "etc/a")
            .entry('3', "dev/null", "", 0)
            .entry('6', "pipe", "", 0)
            .entry('7', "contiguous", "", 0)
            .entry('\0', "old/", "", 0)
            .entry('\0', "old/file", "", 0)
            .file("./", "nothing has this name");
    assertThat(walk(tar).texts())
        .containsExactly("etc/a=one", "b/c/d=two", "y=three", "contiguous=", "old/file=");
  }

  @Test
  void asksOnceForEachFileAndReadsOnlyWhatIsWanted() throws IOException {
    var seen = new Seen(file -> file.path().equals("b") && file.size() == 3);
    var tar = new Tar().file("a", "one").file("b", "two").file("c", "x".repeat(2000));
    var summary = LayerPass.run(TestLayer.gzip(tar.end()), seen, Limits.STANDARD);
    assertThat(seen.asked).containsExactly("a", "b", "c");
    assertThat(seen.texts()).containsExactly("b=two");
    assertThat(summary.size()).isEqualTo(tar.end().length);
  }

  @Test
  void tellsTheDigestOfCompressedLayersThatNobodyPromised() throws IOException {
    byte[] tar = new Tar().file("a", "b").end();
    byte[] gzip = TestLayer.gzipped(tar);
    var packed = new TestLayer(gzip, "", Digest.sha256(tar), -1);
    var plain = new TestLayer(tar, "", Digest.sha256(tar), -1);
    assertThat(LayerPass.run(packed, Seen.everything(), Limits.STANDARD).digest())
        .isEqualTo(Digest.sha256(gzip).toString());
    assertThat(LayerPass.run(plain, Seen.everything(), Limits.STANDARD).digest()).isEmpty();
  }

  @Test
  void tellsOfFilesThatAreTooLarge() throws IOException {
    var seen = Seen.everything();
    var tar = new Tar().file("large", "12345").file("small", "1234");
    LayerPass.run(TestLayer.plain(tar.end()), seen, Limits.STANDARD.with(Limit.KEPT_FILE, 4));
    assertThat(seen.tooLarge).singleElement().matches(f -> f.path().equals("large"));
    assertThat(seen.texts()).containsExactly("small=1234");
  }

  @Test
  void collectsWhiteouts() throws IOException {
    var tar =
        new Tar()
            .file("a/.wh.gone", "")
            .file(".wh.top", "")
            .file("b/.wh..wh..opq", "")
            .file(".wh..wh..opq", "")
            .file(".wh..wh.plnk", "")
            .file("x/.wh..wh.aufs", "")
            .file("c/.wh", "kept")
            .file("c/wh.d", "kept");
    var seen = Seen.everything();
    var summary = LayerPass.run(TestLayer.plain(tar.end()), seen, Limits.STANDARD);
    assertThat(summary.whiteouts()).containsExactly("a/gone", "top");
    assertThat(summary.opaqueDirs()).containsExactly("b", "");
    assertThat(seen.asked).containsExactly("c/.wh", "c/wh.d");
  }

  @Test
  void aHardLinkStandsForItsFile() throws IOException {
    var seen = new Seen(file -> file.path().startsWith("node_modules") && file.size() == 5);
    var tar =
        new Tar()
            .file("store/ab", "first")
            .file("store/cd", "other")
            .link('1', "node_modules/x/package.json", "./store/ab")
            .link('1', "node_modules/y/package.json", "node_modules/x/package.json")
            .link('1', "unwanted", "store/cd");
    var summary = LayerPass.run(TestLayer.gzip(tar.end()), seen, Limits.STANDARD);
    assertThat(seen.texts())
        .containsExactly("node_modules/x/package.json=first", "node_modules/y/package.json=first");
    assertThat(summary.problems()).isEmpty();
  }

  @Test
  void aProgramIsShownUnderOneNameOnly() throws IOException {
    byte[] header = Tar.header('0', "bin/one", "", 1);
    Tar.put(header, 100, "0000755\0");
    byte[] link = Tar.header('1', "bin/two", "bin/one", 0);
    Tar.put(link, 100, "0000755\0");
    var tar = new Tar().raw(Tar.summed(header)).body(new byte[] {'1'}).raw(Tar.summed(link));
    assertThat(walk(tar).texts()).containsExactly("bin/one=1");
  }

  @Test
  void aWantedHardLinkToNothingIsAProblem() throws IOException {
    var seen = Seen.everything();
    var tar = new Tar().link('1', "a", "../../etc/passwd").link('1', "b", "b");
    var summary = LayerPass.run(TestLayer.plain(tar.end()), seen, Limits.STANDARD);
    assertThat(seen.files).isEmpty();
    assertThat(summary.problems())
        .extracting(p -> p.where() + " " + p.message().replaceAll(" \\(.*", ""))
        .containsExactly(
            "a is a link to '..', which this layer lacks",
            "b is a link to 'b', which this layer lacks");
  }

  @Test
  void ofOnePathTheLastCounts() throws IOException {
    var seen = Seen.everything();
    var tar = new Tar().file("a", "first").file("a", "second").link('2', "a", "elsewhere");
    var summary = LayerPass.run(TestLayer.plain(tar.end()), seen, Limits.STANDARD);
    assertThat(seen.texts()).containsExactly("a=first", "a=second");
    assertThat(summary.problems()).hasSize(2);
  }

  static Stream<Supplier<Inflate>> inflates() {
    return Stream.concat(Stream.of(Inflates.jdk()), Inflates.isal().stream());
  }

  @ParameterizedTest
  @MethodSource("inflates")
  void gzipMayHaveManyMembersAndZerosBehindThem(Supplier<Inflate> inflate) throws IOException {
    byte[] tar = noise(300_000);
    var stored = new ByteArrayOutputStream();
    for (int at = 0; at < tar.length; ) {
      int length = Math.min(1 + at / 2, tar.length - at);
      stored.writeBytes(TestLayer.gzipped(java.util.Arrays.copyOfRange(tar, at, at + length)));
      stored.writeBytes(TestLayer.gzipped(new byte[0]));
      at += length;
    }
    stored.writeBytes(new byte[100_000]);
    var seen = new Seen(_ -> false);
    var layer = TestLayer.of(tar, stored.toByteArray());
    var summary = LayerPass.run(layer, seen, Limits.STANDARD, inflate);
    assertThat(summary.size()).isEqualTo(tar.length);
    assertThat(summary.digest()).isEqualTo(layer.digest());
    assertThat(seen.asked).containsExactly("noise");
  }

  @ParameterizedTest
  @MethodSource("inflates")
  void gzipHeadersMayCarryAnything(Supplier<Inflate> inflate) throws IOException {
    byte[] tar = new Tar().file("a", "b").end();
    byte[] plain = TestLayer.gzipped(tar);
    var stored = new ByteArrayOutputStream();
    stored.writeBytes(new byte[] {0x1f, (byte) 0x8b, 8, 2 + 4 + 8 + 16, 0, 0, 0, 0, 0, 0});
    stored.writeBytes(new byte[] {3, 0, 'x', 'y', 'z', 'n', 'a', 'm', 'e', 0, 'c', 0, 1, 2});
    stored.write(plain, 10, plain.length - 10);
    var seen = Seen.everything();
    LayerPass.run(TestLayer.of(tar, stored.toByteArray()), seen, Limits.STANDARD, inflate);
    assertThat(seen.texts()).containsExactly("a=b");
  }

  @Test
  void compressionIsToldByTheBytes() throws IOException {
    byte[] tar = noise(200_000);
    var frames = new ByteArrayOutputStream();
    frames.writeBytes(new byte[] {0x5a, 0x2a, 0x4d, 0x18, 3, 0, 0, 0, 1, 2, 3});
    frames.writeBytes(TestLayer.zstd(java.util.Arrays.copyOf(tar, 1000)));
    frames.writeBytes(TestLayer.zstd(java.util.Arrays.copyOfRange(tar, 1000, tar.length)));
    for (byte[] stored :
        java.util.List.of(tar, TestLayer.gzipped(tar), frames.toByteArray(), TestLayer.xz(tar))) {
      var seen = Seen.everything();
      LayerPass.run(TestLayer.of(tar, stored), seen, Limits.STANDARD);
      assertThat(seen.files).singleElement().matches(f -> f.path().equals("noise"));
    }
  }

  @Test
  void whatFollowsTheEndBelongsToTheDigestOnly() throws IOException {
    byte[] tar =
        new Tar()
            .raw(new Tar().file("a", "b").end())
            .file("hidden", "not unpacked by anybody")
            .raw(new byte[3000])
            .open();
    var seen = Seen.everything();
    var summary = LayerPass.run(TestLayer.gzip(tar), seen, Limits.STANDARD);
    assertThat(seen.texts()).containsExactly("a=b");
    assertThat(summary.size()).isEqualTo(tar.length);
  }

  @Test
  void anEmptyLayerIsALayer() throws IOException {
    for (byte[] tar : new byte[][] {{}, new byte[1024], new byte[512]}) {
      assertThat(LayerPass.run(TestLayer.gzip(tar), Seen.everything(), Limits.STANDARD).size())
          .isEqualTo(tar.length);
      LayerPass.run(TestLayer.plain(tar), Seen.everything(), Limits.STANDARD);
    }
  }

  private static byte[] noise(int length) {
    byte[] noise = new byte[length];
    new Random(7).nextBytes(noise);
    for (int i = 0; i < length; i += 3) {
      noise[i] = 'a';
    }
    return new Tar().file("noise", noise).end();
  }
}
