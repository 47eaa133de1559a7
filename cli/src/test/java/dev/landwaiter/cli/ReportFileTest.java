package dev.landwaiter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFileTest {
  @TempDir Path folder;

  @BeforeEach
  void root() throws Exception {
    Files.createDirectories(folder.resolve("root/etc"));
    Files.writeString(folder.resolve("root/etc/alpine-release"), "3.20.3\n");
  }

  private int scanTo(String file) {
    return Ran.in(
            folder,
            Map.of("TRIVY_CACHE_DIR", "cache"),
            List.of(
                "trivy", "rootfs", "-q", "--scanners", "vuln", "-f", "json", "-o", file, "root"))
        .exit();
  }

  @Test
  void othersMayReadItAsAnyNewFile() throws Exception {
    assertThat(scanTo("report.json")).isZero();
    Path other = Files.createFile(folder.resolve("other"));
    assertThat(Files.getPosixFilePermissions(folder.resolve("report.json")))
        .isEqualTo(Files.getPosixFilePermissions(other));
  }

  @Test
  void aFileThatIsThereIsReplacedAndALinkStaysALink() throws Exception {
    Files.writeString(folder.resolve("real.json"), "old");
    Files.createSymbolicLink(folder.resolve("link.json"), Path.of("real.json"));
    assertThat(scanTo("link.json")).isZero();
    assertThat(folder.resolve("link.json")).isSymbolicLink();
    assertThat(folder.resolve("real.json")).content().startsWith("{").contains("SchemaVersion");
  }

  @Test
  void nothingElseIsLeftBehind() throws Exception {
    assertThat(scanTo("report.json")).isZero();
    try (var files = Files.list(folder)) {
      assertThat(files.map(file -> String.valueOf(file.getFileName())))
          .containsOnlyOnce("report.json")
          .isSubsetOf("report.json", "root", "cache");
    }
  }
}
