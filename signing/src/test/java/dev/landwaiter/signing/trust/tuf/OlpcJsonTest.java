package dev.landwaiter.signing.trust.tuf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.encoding.StrictJson;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OlpcJsonTest {
  private static String canonical(String text) throws RefusedException {
    return OlpcJson.of(StrictJson.parse("text", Bytes.utf8(text))).toText();
  }

  static String[][] texts() {
    return new String[][] {
      {"{ \"b\" : 1, \"a\" : [ true, false, null ] }", "{\"a\":[true,false,null],\"b\":1}"},
      {
        "\"tab\\tline\\nquote\\\" back\\\\ \\u00e9\\u0001\"",
        "\"tab\tline\nquote\\\" back\\\\ é\u0001\""
      },
      // Sorted by bytes, not by the units of UTF-16: the second key is the larger one in UTF-8.
      {"{\"\\ud83d\\ude00\":1,\"\\uffff\":2}", "{\"\uffff\":2,\"\ud83d\ude00\":1}"},
      {"{\"a\":-12,\"aa\":{},\"A\":[]}", "{\"A\":[],\"a\":-12,\"aa\":{}}"},
      {"9223372036854775807", "9223372036854775807"},
    };
  }

  @ParameterizedTest
  @MethodSource("texts")
  void oneFormForEachValue(String text, String wanted) throws RefusedException {
    assertThat(canonical(text)).isEqualTo(wanted);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.0",
        "1e3",
        "-0",
        "1.5",
        "9223372036854775808",
        "\"\\ud800\"",
        "{\"\\udc00\":1}"
      })
  void whatHasNoFormIsRefused(String text) {
    RefusedException refused = catchThrowableOfType(RefusedException.class, () -> canonical(text));
    assertThat(refused).isNotNull();
    assertThat(refused.kind()).isIn(FailureClass.TRUST_ROOT, FailureClass.PARSE);
  }
}
