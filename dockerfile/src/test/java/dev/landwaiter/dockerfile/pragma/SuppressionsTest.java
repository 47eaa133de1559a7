package dev.landwaiter.dockerfile.pragma;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.text.Position;
import dev.landwaiter.base.text.Span;
import dev.landwaiter.dockerfile.Finding;
import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.parse.Parser;
import dev.landwaiter.dockerfile.syntax.Dockerfile;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Which findings a pragma reaches.
class SuppressionsTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-26");

  private static Suppressions of(String text) {
    Dockerfile file = new Parser().parse(text);
    return new Suppressions(PragmaReader.all(file.comments()), file.instructions(), TODAY);
  }

  private static Finding finding(String id, int line, String... aliases) {
    var place = new Position(line, 1);
    return new Finding(
        id, List.of(aliases), Level.INFO, line, new Span(place, place), "x", Optional.empty());
  }

  /// The lines of this text on which a finding of DL3018 is suppressed.
  private static List<Integer> lines(String text) {
    Suppressions suppressions = of(text);
    return IntStream.rangeClosed(1, (int) text.lines().count())
        .filter(line -> suppressions.find(finding("DL3018", line)).isPresent())
        .boxed()
        .toList();
  }

  @Test
  void theNextLineAlone() {
    assertThat(lines("FROM a:1\n# hadolint ignore=DL3018\nRUN a\nRUN b\n")).containsExactly(3);
    assertThat(lines("FROM a:1\n# hadolint ignore=DL3018\n\nRUN a\n")).containsExactly(3);
  }

  @Test
  void aStageUpToTheNextFrom() {
    assertThat(lines("# hadolint stage ignore=DL3018\nFROM a:1\nRUN a\nRUN b\nFROM b:1\nRUN c\n"))
        .containsExactly(3, 4, 5);
  }

  @Test
  void withinAStageItBeginsBehindTheNextLine() {
    assertThat(lines("FROM a:1\nRUN a\n# hadolint stage ignore=DL3018\nRUN b\nRUN c\n"))
        .containsExactly(5);
  }

  @Test
  void theWholeFileFromAnywhere() {
    assertThat(lines("FROM a:1\nRUN a\n# hadolint global ignore=DL3018\n"))
        .containsExactly(1, 2, 3);
  }

  @Test
  void theNextInstructionInOurOwnForm() {
    assertThat(lines("FROM a:1\n# landwaiter:ignore=DL3018\n\n# remark\nRUN a\nRUN b\n"))
        .containsExactly(5);
    assertThat(lines("FROM a:1\n# landwaiter:ignore=DL3018 until=2026-11-25\nRUN a\n")).isEmpty();
    assertThat(lines("FROM a:1\n# landwaiter:ignore=DL3018 until=2026-11-26\nRUN a\n"))
        .containsExactly(3);
  }

  @Test
  void anAliasWillDo() {
    Suppressions suppressions = of("# hadolint ignore=DL3018\nFROM a:1\n");

    assertThat(suppressions.find(finding("Other", 2, "DL3018"))).isPresent();
    assertThat(suppressions.find(finding("Other", 2))).isEmpty();
  }

  @Test
  void whatWasOfNoUseIsTold() {
    Suppressions suppressions =
        of("# hadolint ignore=DL3018,DL3019\nFROM a:1\n# landwaiter:ignore=X until=2026-01-01\n");
    suppressions.find(finding("DL3018", 2));

    assertThat(suppressions.unused())
        .satisfiesExactly(
            first -> {
              assertThat(first.ids()).containsExactly("DL3019");
              assertThat(first.expired()).isFalse();
            },
            second -> {
              assertThat(second.ids()).containsExactly("X");
              assertThat(second.expired()).isTrue();
            });
  }
}
