package dev.landwaiter.oci.tar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.oci.ImageException;
import dev.landwaiter.oci.Limit;
import dev.landwaiter.oci.Limits;
import dev.landwaiter.oci.testing.Tar;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TarReaderTest {
  private static TarReader reader(byte[] tar) {
    var source = new StreamSource(new ByteArrayInputStream(tar), "test");
    return new TarReader(source, "test", Limits.STANDARD, Limit.ENTRIES_PER_LAYER);
  }

  private static List<String> entries(byte[] tar) throws IOException {
    var reader = reader(tar);
    var entries = new ArrayList<String>();
    while (reader.next()) {
      entries.add(
          reader.kind() == EntryKind.FILE
              ? reader.path() + "=" + new String(reader.content(), StandardCharsets.UTF_8)
              : reader.path() + "->" + reader.link());
    }
    return entries;
  }

  static Stream<Arguments> archives() {
    byte[] prefixed = Tar.header('0', "name", "", 0);
    Tar.put(prefixed, 345, "some/prefix");
    byte[] gnu = Tar.header('0', "name", "", 0);
    Tar.put(gnu, 257, "ustar  \0");
    Tar.put(gnu, 345, "12345670");
    byte[] v7 = Tar.header('0', "name", "", 0);
    java.util.Arrays.fill(v7, 257, 512, (byte) 0);
    v7[156] = 0;
    byte[] spaced = Tar.header('0', "name", "", 0);
    Tar.put(spaced, 124, "         1 \0");
    byte[] latin = Tar.header('0', "caf?", "", 0);
    latin[3] = (byte) 0xe9;
    return Stream.of(
        Arguments.of("ustar prefix", new Tar().raw(Tar.summed(prefixed)), "some/prefix/name="),
        Arguments.of("gnu has no prefix", new Tar().raw(Tar.summed(gnu)), "name="),
        Arguments.of("v7", new Tar().raw(Tar.summed(v7)), "name="),
        Arguments.of("spaces", new Tar().raw(Tar.summed(spaced)).body(new byte[] {'x'}), "name=x"),
        Arguments.of("not UTF-8", new Tar().raw(Tar.summed(latin)), "caf\ufffd="),
        Arguments.of(
            "gnu name", new Tar().gnuLong('L', "long/name").file("short", "x"), "long/name=x"),
        Arguments.of(
            "gnu link",
            new Tar().gnuLong('K', "long/target").link('2', "l", "short"),
            "l->long/target"),
        Arguments.of("pax path", new Tar().pax('x', "path", "ä/ö").file("a", "x"), "ä/ö=x"),
        Arguments.of("pax link", new Tar().pax('x', "linkpath", "t").link('1', "l", "s"), "l->t"),
        Arguments.of(
            "pax size",
            new Tar().pax('x', "size", "2").entry('0', "a", "", 0).body(new byte[] {'h', 'i'}),
            "a=hi"),
        Arguments.of(
            "pax global changes nothing",
            new Tar().pax('g', "path", "g", "size", "9").file("a", "x"),
            "a=x"),
        Arguments.of(
            "pax over global",
            new Tar().pax('g', "path", "g").pax('x', "path", "l").file("a", "x"),
            "l=x"),
        Arguments.of(
            "pax of others",
            new Tar()
                .pax('x', "SCHILY.xattr.user.a", "b\n=c", "comment", "path=z", "mtime", "1.5")
                .file("a", "x"),
            "a=x"),
        Arguments.of(
            "unknown type has content",
            new Tar().entry('Q', "q", "", 3).body(new byte[3]).file("a", "x"),
            "q->"),
        Arguments.of(
            "link with a size has no content",
            new Tar().entry('2', "l", "t", 700).file("a", "x"),
            "l->t"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("archives")
  void readsEveryKind(String title, Tar tar, String first) throws IOException {
    assertThat(title).isNotEmpty();
    assertThat(entries(tar.end())).startsWith(first);
    assertThat(entries(tar.open())).startsWith(first);
    assertThat(entries(tar.file("next", "entry").end()).getLast()).isEqualTo("next=entry");
  }

  @ParameterizedTest
  @CsvSource({
    "a, a", "./a, a", "/a, a", "././//a, a", "a//b, a/b", "a/./b, a/b", "a/../b, b", "a/, a",
    "a/.., ''", "., ''", "'', ''", "/, ''", ".., ..", "a/../.., ..", "../a, ..", "/.., ..",
    ".a, .a", "..a, ..a", "a../b, a../b", "a/.b/..c, a/.b/..c", "..., ...", "a/.../b, a/.../b"
  })
  void cleansNames(String name, String path) {
    assertThat(TarPath.clean(name)).isEqualTo(path);
  }

  @Test
  void oldSparseFilesHaveTheirHoles() throws IOException {
    byte[] header = Tar.header('S', "sparse", "", 3);
    Tar.put(header, 257, "ustar  \0");
    Tar.put(header, 386, octal(2) + octal(1) + octal(600) + octal(2));
    header[482] = 1;
    Tar.put(header, 483, octal(605));
    byte[] more = new byte[512];
    Tar.put(more, 0, octal(605) + octal(0));
    var tar = new Tar().raw(Tar.summed(header)).raw(more).body(new byte[] {'a', 'b', 'c'});
    assertThat(sparse(tar.end(), 605)).isEqualTo("2:a 600:b 601:c ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0", "0.1", "1.0"})
  void sparseFilesOfPaxHaveTheirHoles(String version) throws IOException {
    byte[] pieces = {'a', 'b', 'c'};
    var tar =
        switch (version) {
          case "0.0" ->
              new Tar()
                  .pax(
                      'x',
                      "GNU.sparse.size",
                      "605",
                      "GNU.sparse.numblocks",
                      "2",
                      "GNU.sparse.offset",
                      "2",
                      "GNU.sparse.numbytes",
                      "1",
                      "GNU.sparse.offset",
                      "600",
                      "GNU.sparse.numbytes",
                      "2")
                  .file("sparse", pieces);
          case "0.1" ->
              new Tar()
                  .pax(
                      'x',
                      "GNU.sparse.size",
                      "605",
                      "GNU.sparse.name",
                      "sparse",
                      "GNU.sparse.map",
                      "2,1,600,2")
                  .file("GNUSparseFile.1/sparse", pieces);
          default ->
              new Tar()
                  .pax(
                      'x',
                      "GNU.sparse.major",
                      "1",
                      "GNU.sparse.minor",
                      "0",
                      "GNU.sparse.name",
                      "sparse",
                      "GNU.sparse.realsize",
                      "605")
                  .entry('0', "GNUSparseFile.1/sparse", "", 515)
                  .body("2\n2\n1\n600\n2\n".getBytes(StandardCharsets.US_ASCII))
                  .body(pieces);
        };
    assertThat(sparse(tar.end(), 605)).isEqualTo("2:a 600:b 601:c ");
  }

  private static String sparse(byte[] tar, int size) throws IOException {
    var reader = reader(tar);
    assertThat(reader.next()).isTrue();
    assertThat(reader.path()).isEqualTo("sparse");
    assertThat(reader.size()).isEqualTo(size);
    byte[] content = reader.content();
    assertThat(content).hasSize(size);
    assertThat(reader.next()).isFalse();
    var found = new StringBuilder();
    for (int i = 0; i < size; i++) {
      if (content[i] != 0) {
        found.append(i).append(':').append((char) content[i]).append(' ');
      }
    }
    return found.toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0,9", "600,6", "3,1,2,1", "0,4", "605,1"})
  void sparseMapsMustFit(String map) {
    var tar =
        new Tar()
            .pax('x', "GNU.sparse.size", "605", "GNU.sparse.map", map)
            .file("sparse", new byte[3]);
    assertThatThrownBy(() -> entries(tar.end()))
        .isInstanceOf(ImageException.class)
        .hasMessageContaining("sparse file is damaged");
  }

  @Test
  void sparseHeadersThatGoOnAndOnEnd() {
    byte[] header = Tar.header('S', "sparse", "", 0);
    header[482] = 1;
    byte[] more = new byte[512];
    more[504] = 1;
    var tar = new Tar().raw(Tar.summed(header));
    for (int i = 0; i < 3000; i++) {
      tar.raw(more);
    }
    assertThatThrownBy(() -> entries(tar.end())).hasMessageContaining("sparse file is damaged");
  }

  private static String octal(long number) {
    return String.format("%011o\0", number);
  }

  @ParameterizedTest
  @CsvSource({
    TarArchiveOutputStream.LONGFILE_GNU + "," + TarArchiveOutputStream.BIGNUMBER_STAR,
    TarArchiveOutputStream.LONGFILE_POSIX + "," + TarArchiveOutputStream.BIGNUMBER_POSIX,
  })
  void readsWhatCommonsCompressWrites(int longFiles, int bigNumbers) throws IOException {
    var bytes = new ByteArrayOutputStream();
    String folder = "folder/".repeat(60);
    try (var out = new TarArchiveOutputStream(bytes, "UTF-8")) {
      out.setLongFileMode(longFiles);
      out.setBigNumberMode(bigNumbers);
      out.setAddPaxHeadersForNonAsciiNames(true);
      for (String name : List.of("plain", folder + "file", folder + "größe", "x".repeat(100))) {
        byte[] content = name.getBytes(StandardCharsets.UTF_8);
        var entry = new TarArchiveEntry(name);
        entry.setSize(content.length);
        entry.setUserId(1L << 40);
        entry.setMode(0100755);
        out.putArchiveEntry(entry);
        out.write(content);
        out.closeArchiveEntry();
      }
    }
    assertThat(entries(bytes.toByteArray()))
        .hasSize(4)
        .allMatch(entry ->
            entry.substring(0, entry.indexOf('=')).equals(entry.substring(entry.indexOf('=') + 1)));
  }
}
