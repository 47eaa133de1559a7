package dev.landwaiter.signing.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class StrictJsonTest {
  private static void refused(Bytes text, FailureClass kind) {
    assertThatThrownBy(() -> StrictJson.parse("j", text))
        .isInstanceOfSatisfying(RefusedException.class, e -> assertThat(e.kind()).isEqualTo(kind));
  }

  @Test
  void readsPlainTexts() throws Exception {
    assertThat(StrictJson.parse("j", Bytes.utf8(" {\"é\":[1,\"\ud83d\ude00\"]}\n")).get("é"))
        .isPresent();
  }

  @Test
  void refusesWhatOthersMayReadOtherwise() {
    for (String text :
        List.of(
            "",
            " ",
            "{\"a\":1,\"a\":1}",
            "{\"a\":1,\"\\u0061\":1}",
            "{\"a\":{\"b\":1,\"b\":2}}",
            "{}{}",
            "{} x",
            "{a:1}",
            "{\"a\":1,}",
            "{'a':1}",
            "/* */{}",
            "[NaN]",
            "[01]",
            "[+1]",
            "[1.]",
            "[\"\t\"]",
            "\ufeff{}",
            "{\"a\":\"\0\"}")) {
      refused(Bytes.utf8(text), FailureClass.PARSE);
    }
  }

  /// Other encodings, and bytes that are no UTF-8 or spell it in a longer way.
  @Test
  void refusesOtherEncodings() {
    refused(Bytes.of("{\"a\":1}".getBytes(StandardCharsets.UTF_16LE)), FailureClass.PARSE);
    refused(Bytes.of("{\"a\":1}".getBytes(StandardCharsets.UTF_16BE)), FailureClass.PARSE);
    refused(Bytes.of("{\"a\":1}".getBytes(StandardCharsets.UTF_16)), FailureClass.PARSE);
    for (String inner : List.of("c1a1", "e081a1", "f08081a1", "eda080", "ff", "c3", "f4908080")) {
      refused(Bytes.hex("7b22" + inner + "223a317d"), FailureClass.PARSE);
    }
  }

  @Test
  void boundsSizeAndDepth() {
    refused(Bytes.utf8("[".repeat(65) + "]".repeat(65)), FailureClass.PARSE);
    refused(Bytes.of(new byte[(16 << 20) + 1]), FailureClass.LIMIT);
  }
}
