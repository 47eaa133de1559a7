package dev.landwaiter.report.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.text.TextWidth;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GridTest {
  private static final List<Grid.Column> COLUMNS =
      List.of(
          new Grid.Column("Name", Grid.Align.LEFT), new Grid.Column("Count", Grid.Align.CENTRE));

  private static String drawn(int limit, boolean merge, int width, String... cells) {
    var grid = new Grid(COLUMNS, limit, merge);
    for (int i = 0; i < cells.length; i += 2) {
      grid.add(Arrays.asList(cells[i], cells[i + 1]));
    }
    var out = new StringBuilder();
    grid.draw(width, out);
    return out.toString();
  }

  @Test
  void headingsAreCentredAndCellsStandAsTheirColumnSays() {
    assertThat(drawn(80, false, 0, "a long name", "1", "b", "12"))
        .isEqualTo(
            """
            ┌─────────────┬───────┐
            │    Name     │ Count │
            ├─────────────┼───────┤
            │ a long name │   1   │
            ├─────────────┼───────┤
            │ b           │  12   │
            └─────────────┴───────┘
            """);
  }

  @Test
  void equalCellsBelowEachOtherBecomeOneButEmptyOnesDoNot() {
    assertThat(drawn(80, true, 0, "a", "1", "a", "2", "b", "2", "", "3", "", "3"))
        .isEqualTo(
            """
            ┌──────┬───────┐
            │ Name │ Count │
            ├──────┼───────┤
            │ a    │   1   │
            │      ├───────┤
            │      │   2   │
            ├──────┤       │
            │ b    │       │
            ├──────┼───────┤
            │      │   3   │
            ├──────┤       │
            │      │       │
            └──────┴───────┘
            """);
  }

  @Test
  void longCellsAreBrokenAtSpacesAndLongWordsByHyphens() {
    assertThat(drawn(10, false, 0, "one two three", "1", "abcdefghijklmnop", "2", "x\ny", "3"))
        .isEqualTo(
            """
            ┌────────────┬───────┐
            │    Name    │ Count │
            ├────────────┼───────┤
            │ one two    │   1   │
            │ three      │       │
            ├────────────┼───────┤
            │ abcdefghi- │   2   │
            │ jklmnop    │       │
            ├────────────┼───────┤
            │ x          │   3   │
            │ y          │       │
            └────────────┴───────┘
            """);
  }

  @Test
  void wideCharactersTakeTwoColumnsAndCombiningMarksNone() {
    assertThat(drawn(80, false, 0, "世界", "1", "e\u0301", "2", "😀", "3"))
        .isEqualTo(
            """
            ┌──────┬───────┐
            │ Name │ Count │
            ├──────┼───────┤
            │ 世界 │   1   │
            ├──────┼───────┤
            │ e\u0301    │   2   │
            ├──────┼───────┤
            │ 😀   │   3   │
            └──────┴───────┘
            """);
  }

  @Test
  void controlCharactersOfHostileNamesDoNotReachTheTerminal() {
    assertThat(drawn(80, false, 0, "a\u001b[2Jb\u202ec\u009b\u0007", "\r1"))
        .contains("a\ufffd[2Jb\ufffdc\ufffd\ufffd")
        .doesNotContain("\u001b", "\u202e", "\u009b", "\u0007", "\r");
  }

  @Test
  void colourTakesNoColumns() {
    var grid =
        new Grid(
            List.of(
                new Grid.Column("N", Grid.Align.LEFT, text -> "\u001b[31m" + text + "\u001b[0m")),
            80,
            false);
    grid.add(List.of("abc"));
    var out = new StringBuilder();
    grid.draw(0, out);
    assertThat(out.toString().replaceAll("\u001b\\[\\d+m", ""))
        .isEqualTo(
            """
            ┌─────┐
            │  N  │
            ├─────┤
            │ abc │
            └─────┘
            """);
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 80, 60, 40, 31})
  void fitsIntoTheTerminalWhereWordsAllow(int width) {
    String text = "some words that are long enough to be wrapped several times over and over";
    assertThat(drawn(80, false, width, text, "1").lines())
        .allSatisfy(line -> assertThat(TextWidth.of(line)).isLessThanOrEqualTo(width));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 20})
  void aTerminalTooNarrowStillGetsAReadableTable(int width) {
    String text = "some words that are long enough to be wrapped";
    assertThat(drawn(80, false, width, text, "1").lines())
        .allSatisfy(line -> assertThat(TextWidth.of(line)).isEqualTo(27));
  }

  @Test
  void noWordIsLost() {
    String text = "every  word, even abcdefghijklmnopqrstuvwxyz, is  there ";
    for (int limit = 1; limit < 70; limit++) {
      String joined = String.join("", Cells.wrap(text, limit, true));
      assertThat(joined.replaceAll("[ -]", ""))
          .as("limit %d", limit)
          .isEqualTo(text.replaceAll("[ -]", ""));
      int allowed = limit;
      assertThat(Cells.wrap(text, limit, true))
          .allSatisfy(
              line -> assertThat(TextWidth.of(line)).isLessThanOrEqualTo(Math.max(2, allowed)));
    }
  }
}
