package dev.landwaiter.base.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberValueTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0",
        "7",
        "7.5",
        "-7.5",
        "0.0",
        "-0.0",
        "00.10",
        "9.99999999999999",
        "1234567890.12345",
        "-123456789012345678901.5",
        "1e3",
        "-1.5E-7",
        "9223372036854775808",
        "999999999999999999"
      })
  void isTheSameHoweverItIsRead(String text) {
    var number = NumberValue.of(text);
    var big = new BigDecimal(text);
    assertThat(number.text()).isEqualTo(text);
    assertThat(number.toBigDecimal()).isEqualTo(big);
    assertThat(number.toDouble()).isEqualTo(big.doubleValue());
    var other = NumberValue.of(big.stripTrailingZeros().toString());
    assertThat(number).isEqualTo(other).hasSameHashCodeAs(other);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-", ".", "1.-5", "1.5.5", "1.2f", "0x1.8", "NaN", "1,5", " 1.5"})
  void textsThatAreNoNumbersAreRefused(String text) {
    assertThatThrownBy(() -> NumberValue.of(text)).isInstanceOf(NumberFormatException.class);
  }
}
