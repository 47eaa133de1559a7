package dev.landwaiter.dockerfile.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.text.Position;
import org.junit.jupiter.api.Test;

class SourceTest {
  private final Source source = new Source("a\r\n😀b\n\nc");

  @Test
  void linesComeWithoutTheirEnds() {
    assertThat(source.lines()).isEqualTo(4);
    assertThat(source.line(1)).isEqualTo("a");
    assertThat(source.line(2)).isEqualTo("😀b");
    assertThat(source.line(3)).isEmpty();
    assertThat(source.line(4)).isEqualTo("c");
    assertThat(source.line(5)).isEmpty();
    assertThat(source.line(0)).isEmpty();
  }

  @Test
  void aLineFeedAtTheEndBeginsNoLine() {
    assertThat(new Source("a\n").lines()).isEqualTo(1);
    assertThat(new Source("").lines()).isEqualTo(1);
  }

  @Test
  void columnsInUtf16CountSurrogates() {
    assertThat(source.column(new Position(2, 1))).isEqualTo(1);
    assertThat(source.column(new Position(2, 2))).isEqualTo(3);
    assertThat(source.column(new Position(4, 99))).isEqualTo(2);
    assertThat(source.column(new Position(9, 9))).isEqualTo(1);
  }

  @Test
  void offsetsCountFromTheBeginning() {
    assertThat(source.offset(new Position(1, 1))).isZero();
    assertThat(source.offset(new Position(2, 2))).isEqualTo(5);
    assertThat(source.offset(new Position(9, 1))).isEqualTo(source.text().length());
  }
}
