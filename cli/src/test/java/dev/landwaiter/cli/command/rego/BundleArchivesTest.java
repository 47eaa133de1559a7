package dev.landwaiter.cli.command.rego;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.oci.tar.TarWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BundleArchivesTest {
  @TempDir Path folder;

  private Path archive(List<String> names) throws IOException {
    Path path = folder.resolve("b.tar.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(path));
        var tar = new TarWriter(out)) {
      for (String name : names) {
        tar.file(name, 1, new ByteArrayInputStream(new byte[] {'1'}));
      }
    }
    return path;
  }

  @ParameterizedTest
  @CsvSource({
    "../x.rego, a.rego, leads out of the archive",
    "a/../../x.rego, a.rego, leads out of the archive",
    "a.rego, a.rego, a.rego is there more than once",
    "/a.rego, ./a.rego, a.rego is there more than once"
  })
  void doubtfulNamesAreRefused(String first, String second, String error) throws Exception {
    Path archive = archive(List.of(first, second));
    assertThatThrownBy(() -> new BundleArchives().read(archive))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(error);
  }

  @Test
  void filesThatAreNoArchivesAreRefused() throws Exception {
    Path file = Files.writeString(folder.resolve("b.tar.gz"), "package a");
    assertThatThrownBy(() -> new BundleArchives().read(file)).isInstanceOf(IOException.class);
  }

  @Test
  void whatIsWrittenIsRead() throws Exception {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("/" + "long/".repeat(40) + "ä.rego", "package a".getBytes(StandardCharsets.UTF_8));
    files.put("/data.json", "{}".getBytes(StandardCharsets.UTF_8));
    Path path = folder.resolve("b.tar.gz");
    try (OutputStream out = Files.newOutputStream(path)) {
      BundleArchives.write(out, files);
    }
    assertThat(new BundleArchives().read(path))
        .containsOnlyKeys("data.json", "long/".repeat(40) + "ä.rego");
  }
}
