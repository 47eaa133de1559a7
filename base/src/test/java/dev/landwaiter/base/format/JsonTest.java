package dev.landwaiter.base.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.base.value.Value;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
  private static final String TEXT =
      """
      {
        "é€": [1, true,
          {"inner": "ä\\n"}],
        "last": null
      }
      """;

  @ParameterizedTest
  @CsvSource({
    "'', 1:1 5:2",
    "é€, 2:9 3:22",
    "é€/0, 2:10 2:11",
    "é€/1, 2:13 2:17",
    "é€/2, 3:5 3:21",
    "é€/2/inner, 3:15 3:20",
    "last, 4:11 4:15",
  })
  void knowsWhereNodesStand(String path, String expected) throws FormatException {
    var located = Json.parseLocated("x", TEXT.getBytes(StandardCharsets.UTF_8));
    var node =
        located.positions().at(path.isEmpty() ? new String[0] : path.split("/")).orElseThrow();
    assertThat(
            "%d:%d %d:%d"
                .formatted(
                    node.start().line(),
                    node.start().column(),
                    node.end().line(),
                    node.end().column()))
        .isEqualTo(expected);
    assertThat(located.root()).isEqualTo(Json.parse("x", TEXT));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "[1,]",
        "{\"a\":1,}",
        "nul",
        "01",
        "1 2",
        "\"a",
        "{a:1}",
        "NaN",
        "'a'",
        "\"\u0001\"",
        "// c\n1",
        "[1",
        "1e99999999999"
      })
  void refuses(String text) {
    assertThatThrownBy(() -> Json.parse("file.json", text))
        .isInstanceOf(FormatException.class)
        .hasMessageStartingWith("file.json:");
    assertThatThrownBy(() -> Json.parseLocated("file.json", text.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(FormatException.class)
        .hasMessageStartingWith("file.json:");
  }

  @Test
  void boundsTheDepth() throws FormatException {
    String deep = "[".repeat(500) + "]".repeat(500);
    assertThat(Json.parse("x", deep).elements()).hasSize(1);
    assertThatThrownBy(() -> Json.parse("x", "[".repeat(100_000)))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("512");
  }

  @Test
  void refusesBytesThatAreNoUtf8() {
    byte[] text = {'"', (byte) 0xff, '"'};
    assertThatThrownBy(() -> Json.parse("x", text)).isInstanceOf(FormatException.class);
  }

  @Test
  void theLastOfEqualKeysWins() throws FormatException {
    assertThat(Json.parse("x", "{\"a\": 1, \"a\": 2}").get("a")).contains(Value.of(2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "[1,", "{\"a\": [", "[}", "\"abc"})
  void theMessageHoldsNoNotesOfTheParser(String text) {
    assertThatThrownBy(() -> Json.parse("x", text))
        .isInstanceOf(FormatException.class)
        .hasMessageStartingWith("x:1:")
        .hasMessageNotContainingAny("Source", "REDACTED", "\n");
  }
}
