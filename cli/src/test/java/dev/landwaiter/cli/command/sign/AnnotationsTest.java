package dev.landwaiter.cli.command.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flag.Values;
import dev.landwaiter.cli.flags.CosignFlags;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnnotationsTest {
  private static Map<String, String> read(String... values) throws UsageException {
    return Annotations.of(
        new Values(
            Map.of(CosignFlags.ANNOTATIONS, List.of(values)),
            Map.of(),
            "COSIGN_",
            Map.of(),
            Values.Wording.PFLAG));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a=b | {a=b}",
        "a= | {a=}",
        "a=b,c=d | {a=b, c=d}",
        "a=<&> | {a=<&>}",
        "a=b=c | {a=b=c}",
        "\"a=b,c\",d=e | {a=b,c, d=e}",
        "\"a=say \"\"x\"\"\" | {a=say \"x\"}"
      })
  void pairsAreReadAsCommaSeparatedValues(String value, String wanted) throws Exception {
    assertThat(read(value)).hasToString(wanted);
  }

  @Test
  void ofARepeatedNameTheLastOneStays() throws Exception {
    assertThat(read("x=1", "x=2")).containsExactly(Map.entry("x", "2"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"novalue", "a=\"q\"", "\"a=b", "\"a=b\"x", "a=b,"})
  void whatIsNoPairIsRefused(String value) {
    assertThatThrownBy(() -> read(value)).isInstanceOf(UsageException.class);
  }
}
