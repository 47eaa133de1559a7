package dev.landwaiter.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Cases kept as lines of a resource; lines that start with `# ` are comments.
public final class CaseLines {
  private CaseLines() {}

  /// The lines of a resource on the class path, such as `/glob/cases.txt`.
  public static List<String> of(String resource) throws IOException {
    try (var in = CaseLines.class.getResourceAsStream(resource)) {
      assertThat(in).as(resource).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("# "))
          .toList();
    }
  }
}
