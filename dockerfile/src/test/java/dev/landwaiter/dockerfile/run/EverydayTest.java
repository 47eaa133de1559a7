package dev.landwaiter.dockerfile.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.text.Position;
import dev.landwaiter.dockerfile.Finding;
import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.testing.Fixing;
import dev.landwaiter.testing.Golden;
import dev.landwaiter.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Everyday files are judged as a reviewer would.
class EverydayTest {
  private final Linter linter = Fixing.linter();

  /// In a build context without an ignore file.
  private List<Finding> findings(Path file) throws IOException {
    return linter
        .lint(file.getFileName().toString(), Files.readAllBytes(file), Optional.of(""))
        .linted()
        .findings();
  }

  @Test
  void allThatIsSaid() throws IOException {
    var text = new StringBuilder();
    try (Stream<Path> files = Files.list(Shared.path("everyday/dockerfiles"))) {
      for (Path file : files.sorted().toList()) {
        text.append("# ").append(file.getFileName()).append('\n');
        for (Finding each : findings(file)) {
          Position start = each.span().start();
          text.append(start.line())
              .append(':')
              .append(start.column())
              .append(' ')
              .append(each.id())
              .append(' ')
              .append(each.level().id())
              .append(": ")
              .append(each.message())
              .append('\n');
        }
      }
    }
    Golden.check("everyday.txt", text.toString());
  }

  /// What a reviewer would not let pass; all else is advice.
  @ParameterizedTest
  @CsvSource({
    "full-os, LD1051",
    "slim, LD1051",
    "distroless, DL3006 LD1051",
    "scratch, ''",
    "multi-stage, ''",
    "best-practice, ''",
  })
  void whatMustChange(String name, String ids) throws IOException {
    Path file = Shared.path("everyday/dockerfiles/" + name + ".Dockerfile");
    assertThat(
            findings(file).stream()
                .filter(each -> each.level().atLeast(Level.WARNING))
                .map(Finding::id)
                .sorted()
                .toList())
        .isEqualTo(ids.isEmpty() ? List.of() : List.of(ids.split(" ", -1)));
  }
}
