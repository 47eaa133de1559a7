package dev.landwaiter.signing.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProtoFieldsTest {
  private static long number(String json) throws RefusedException {
    return ProtoFields.parse("it", Bytes.utf8("{\"logIndex\":" + json + "}")).number("logIndex");
  }

  @Test
  void readsNumbersAsTextAndAsNumbers() throws RefusedException {
    assertThat(number("\"17\"")).isEqualTo(17);
    assertThat(number("17")).isEqualTo(17);
    assertThat(number("\"-1\"")).isEqualTo(-1);
    assertThat(number("null")).isZero();
    assertThat(number("\"9223372036854775807\"")).isEqualTo(Long.MAX_VALUE);
  }

  @ValueSource(
      strings = {
        "\"\"",
        "\"+1\"",
        "\"1 \"",
        "\"٣\"",
        "\"１\"",
        "\"1e3\"",
        "1.5",
        "1e3",
        "true",
        "[]",
        "\"9223372036854775808\"",
        "\"--1\"",
        "\"-\""
      })
  @ParameterizedTest
  void refusesWhatIsNoWholeNumber(String json) {
    assertThatThrownBy(() -> number(json)).isInstanceOf(RefusedException.class);
  }
}
