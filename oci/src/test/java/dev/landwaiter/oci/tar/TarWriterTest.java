package dev.landwaiter.oci.tar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.oci.Limit;
import dev.landwaiter.oci.Limits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TarWriterTest {
  private static InputStream content(int size) {
    return new ByteArrayInputStream("x".repeat(size).getBytes(StandardCharsets.US_ASCII));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 511, 512, 513, 1_000_000})
  void othersReadWhatIsWritten(int size) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var tar = new TarWriter(bytes)) {
      tar.file("folder/one", size, content(size));
      tar.file("two", 3, content(3));
    }
    try (var other = new TarArchiveInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertThat(other.getNextEntry().getName()).isEqualTo("folder/one");
      assertThat(other.readAllBytes()).hasSize(size);
      assertThat(other.getNextEntry().getName()).isEqualTo("two");
      assertThat(other.readAllBytes()).hasSize(3);
      assertThat(other.getNextEntry()).isNull();
    }
    var source = new StreamSource(new ByteArrayInputStream(bytes.toByteArray()), "made");
    var own = new TarReader(source, "made", Limits.STANDARD, Limit.ARCHIVE_ENTRIES);
    assertThat(own.next()).isTrue();
    var first = new ByteArrayOutputStream();
    own.writeTo(first);
    assertThat(first.size()).isEqualTo(size);
    assertThat(own.next()).isTrue();
    assertThat(own.path()).isEqualTo("two");
  }

  @Test
  void sizesBeyondOctalAreBinary() throws IOException {
    long size = 9L << 30;
    var header = new ByteArrayOutputStream();
    var tar = new TarWriter(header);
    assertThatThrownBy(() -> tar.file("huge", size, InputStream.nullInputStream()))
        .hasMessageContaining("shorter");
    var parsed = new TarHeader();
    System.arraycopy(header.toByteArray(), 0, parsed.block, 0, 512);
    assertThat(parsed.size()).isEqualTo(size);
    assertThat(parsed.isSound()).isTrue();
  }

  @Test
  void contentOfAnotherLengthIsAnError() {
    var tar = new TarWriter(OutputStream.nullOutputStream());
    assertThatThrownBy(() -> tar.file("a", 3, content(2))).hasMessageContaining("shorter");
    assertThatThrownBy(() -> tar.file("a", 3, content(4))).hasMessageContaining("longer");
  }

  // The lengths are those around which a record's own length takes one digit more.
  @ParameterizedTest
  @ValueSource(ints = {1, 80, 90, 91, 92, 100, 101, 987, 988, 989, 3000})
  void namesMayBeLongOrNotAscii(int size) throws IOException {
    for (String name : List.of("folder/" + "a".repeat(size), "ä/" + "ö".repeat(size))) {
      var bytes = new ByteArrayOutputStream();
      try (var tar = new TarWriter(bytes)) {
        tar.file(name, 3, content(3));
        tar.file("two", 1, content(1));
      }
      try (var other =
          new TarArchiveInputStream(new ByteArrayInputStream(bytes.toByteArray()), "UTF-8")) {
        assertThat(other.getNextEntry().getName()).isEqualTo(name);
        assertThat(other.readAllBytes()).hasSize(3);
        assertThat(other.getNextEntry().getName()).isEqualTo("two");
      }
      var source = new StreamSource(new ByteArrayInputStream(bytes.toByteArray()), "made");
      var own = new TarReader(source, "made", Limits.STANDARD, Limit.ARCHIVE_ENTRIES);
      assertThat(own.next()).isTrue();
      assertThat(own.path()).isEqualTo(name);
      assertThat(own.next()).isTrue();
      assertThat(own.path()).isEqualTo("two");
    }
  }
}
