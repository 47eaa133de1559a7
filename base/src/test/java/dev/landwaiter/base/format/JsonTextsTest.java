package dev.landwaiter.base.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class JsonTextsTest {
  private static JsonTexts.Texts read(String text) throws FormatException {
    return JsonTexts.read("x", text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void textsKnowWhereTheyStand() throws Exception {
    var texts = read("{\"a\": 1}\n [2]\n\"é\" null").texts();
    assertThat(texts).extracting(JsonTexts.Text::start).containsExactly(0, 10, 14, 19);
    assertThat(texts).extracting(JsonTexts.Text::end).containsExactly(8, 13, 18, 23);
    assertThat(texts.get(1).value().elements()).hasSize(1);
    assertThat(read(" \n ").texts()).isEmpty();
  }

  @Test
  void keysThatStandTwiceAreTold() throws Exception {
    var read = read("{\"a\": 1,\n \"b\": {\"a\": 2}, \"a\": 3}");
    assertThat(read.repeated()).hasSize(1);
    assertThat(read.repeated().getFirst().key()).isEqualTo("a");
    assertThat(read.repeated().getFirst().position().line()).isEqualTo(2);
    assertThat(read.texts().getFirst().value().get("a").orElseThrow()).hasToString("3");
  }

  @Test
  void whatIsNoJsonIsAProblem() {
    assertThatThrownBy(() -> read("{\"a\": 1} }")).isInstanceOf(FormatException.class);
    assertThatThrownBy(() -> read("{\"a\"")).isInstanceOf(FormatException.class);
    assertThatThrownBy(() -> read("[".repeat(600))).isInstanceOf(FormatException.class);
  }
}
