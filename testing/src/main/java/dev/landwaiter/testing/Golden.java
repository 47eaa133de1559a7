package dev.landwaiter.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Expected texts kept as files under `src/test/resources` of the module whose tests run;
/// `-Dlandwaiter.update=true` writes them anew.
public final class Golden {
  private Golden() {}

  /// Fails unless the text equals the golden file of that name, such as `reports/alpine.json`.
  public static void check(String name, String actual) throws IOException {
    check(
        Path.of(System.getProperty("basedir", "."), "src", "test", "resources").resolve(name),
        actual);
  }

  /// Fails unless the text equals this file, such as a page of documentation.
  public static void check(Path file, String actual) throws IOException {
    if (Boolean.getBoolean("landwaiter.update")) {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, actual);
      return;
    }
    assertThat(file).as("golden file; -Dlandwaiter.update=true writes it").exists();
    assertThat(actual)
        .as("%s; -Dlandwaiter.update=true writes it anew", file)
        .isEqualTo(Files.readString(file, StandardCharsets.UTF_8));
  }
}
