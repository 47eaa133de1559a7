package dev.landwaiter.cli.command.sign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.value.Value;
import org.junit.jupiter.api.Test;

class AttestedWordsTest {
  @Test
  void textsAreShownAsTheyAreAndNumbersByTheirDigits() {
    assertThat(AttestedWords.plain(Value.of("prod"))).isEqualTo("prod");
    assertThat(AttestedWords.plain(Value.of(7))).isEqualTo("7");
  }
}
