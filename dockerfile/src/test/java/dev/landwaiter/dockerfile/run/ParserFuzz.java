package dev.landwaiter.dockerfile.run;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.landwaiter.dockerfile.classic.ClassicReader;
import dev.landwaiter.dockerfile.config.Configuration;
import dev.landwaiter.dockerfile.parse.Parser;
import dev.landwaiter.dockerfile.run.Linter.Outcome;
import dev.landwaiter.dockerfile.stage.BuildInput;
import dev.landwaiter.dockerfile.syntax.Dockerfile;
import dev.landwaiter.dockerfile.testing.Corpus;
import dev.landwaiter.dockerfile.testing.Spans;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever the bytes of a file: it is read and judged, and every place that is told is one in it.
///
/// `./check` runs the kept inputs; `bench/fuzz` looks for new ones.
class ParserFuzz {
  private static final int SMALL = 1_500;
  private static final List<Linter> LINTERS =
      List.of(
          linter(Profile.CLASSIC, true),
          linter(Profile.CLASSIC, false),
          linter(Profile.FULL, false));

  @MethodSource("seeds")
  @FuzzTest
  void judgesEverything(byte[] content) {
    Dockerfile file = new Parser().parse(content);
    Spans.check(file);
    Spans.check(file, ClassicReader.read(file).instructions());
    for (Linter each : LINTERS) {
      Outcome outcome = each.lint("Dockerfile", file, Optional.of("*.log\n!a\n[\n"));
      Spans.check(file, outcome.linted().findings());
    }
    Spans.check(file, BuilderLinter.lint(file, BuildInput.UNKNOWN, Optional.of("a*")).findings());
    Advice.of(content);
  }

  private static Linter linter(Profile profile, boolean stopEarly) {
    Linter.Options usual =
        Linter.Options.of(Configuration.DEFAULT, profile, LocalDate.of(2026, 1, 1));
    return new Linter(
        new Linter.Options(
            usual.configuration(),
            profile,
            usual.version(),
            stopEarly,
            usual.today(),
            usual.shell()));
  }

  static Stream<byte[]> seeds() throws IOException {
    return System.getenv("JAZZER_FUZZ") == null
        ? Stream.empty()
        : Corpus.files().values().stream().filter(each -> each.length < SMALL);
  }
}
