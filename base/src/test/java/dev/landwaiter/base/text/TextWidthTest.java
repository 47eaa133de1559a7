package dev.landwaiter.base.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextWidthTest {
  @ParameterizedTest
  @CsvSource({"'', 0", "abc, 3", "é, 1", "e\u0301, 1", "日本, 4", "한, 2", "😀, 2", "a\u200db, 2"})
  void isCountedInColumns(String text, int columns) {
    assertThat(TextWidth.of(text)).isEqualTo(columns);
  }
}
