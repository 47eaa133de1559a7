package dev.landwaiter.dockerfile.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.dockerfile.config.Configuration;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The example in the documentation of [Linter].
class ExampleTest {
  private static final byte[] CONTENT =
      "FROM debian:13\nRUN cd /srv && ls\n".getBytes(StandardCharsets.UTF_8);

  @Test
  void listsTheFindingsOfAFile() {
    var options =
        Linter.Options.of(Configuration.DEFAULT, Profile.CLASSIC, LocalDate.of(2026, 1, 1));
    var linter = new Linter(options);
    List<String> told =
        linter.lint("Dockerfile", CONTENT).linted().findings().stream()
            .map(each -> each.line() + " " + each.id() + " " + each.level().id())
            .toList();
    assertThat(told).containsExactly("2 DL3003 warning");
  }

  @Test
  void oneServesManyThreads() {
    var options = Linter.Options.of(Configuration.DEFAULT, Profile.FULL, LocalDate.of(2026, 1, 1));
    var linter = new Linter(options);
    var first = linter.lint("Dockerfile", CONTENT).linted().findings();
    assertThat(IntStream.range(0, 200).parallel().mapToObj(i -> linter.lint("Dockerfile", CONTENT)))
        .allSatisfy(each -> assertThat(each.linted().findings()).isEqualTo(first));
  }
}
