package dev.landwaiter.dockerfile.output.own;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.text.Position;
import dev.landwaiter.base.text.Span;
import dev.landwaiter.dockerfile.Finding;
import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.output.Linted;
import dev.landwaiter.dockerfile.syntax.Dockerfile;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FingerprintsTest {
  private static String of(String text, int line, String id) {
    return of(new Fingerprints(linted(text)), line, id);
  }

  private static Linted linted(String text) {
    var file = new Dockerfile(text, '\\', List.of(), List.of(), List.of(), List.of());
    return new Linted("Dockerfile", file, List.of(), List.of());
  }

  private static String of(Fingerprints fingerprints, int line, String id) {
    var place = new Position(line, 1);
    return fingerprints.next(
        new Finding(
            id,
            List.of(),
            Level.ERROR,
            line,
            new Span(place, place),
            "message " + line,
            Optional.empty()));
  }

  @Test
  void shiftedLinesAndBlanksChangeNothing() {
    assertThat(of("RUN  a\tb\n", 1, "DL3000"))
        .hasSize(32)
        .isEqualTo(of("FROM x\n\n  RUN a b\n", 3, "DL3000"));
  }

  @Test
  void ruleAndTextMakeTheDifference() {
    assertThat(of("RUN a\n", 1, "DL3000"))
        .isNotEqualTo(of("RUN a\n", 1, "DL3001"))
        .isNotEqualTo(of("RUN b\n", 1, "DL3000"));
  }

  @Test
  void whatIsAlikeIsNumbered() {
    var fingerprints = new Fingerprints(linted("RUN a\nRUN a\n"));
    assertThat(of(fingerprints, 1, "DL3000")).isNotEqualTo(of(fingerprints, 2, "DL3000"));
  }
}
