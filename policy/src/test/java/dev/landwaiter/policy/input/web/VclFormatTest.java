package dev.landwaiter.policy.input.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.JsonStyle;
import dev.landwaiter.base.format.JsonWriter;
import dev.landwaiter.base.text.Position;
import dev.landwaiter.base.value.Value;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VclFormatTest {
  private final VclFormat format = new VclFormat();

  private String json(String text) throws FormatException {
    return JsonWriter.toText(
        format.read("x.vcl", text.getBytes(UTF_8)), JsonStyle.COMPACT.sorted());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '`',
      value = {
        "vcl 4.1; import std; → {}",
        "backend b { .host = \"h\"; .port = 80; .probe = { .url = \"/\"; .interval = 5s; } } →"
            + " {\"backend\":{\"b\":{\"host\":\"h\",\"port\":80,\"probe\":{\"interval\":\"5s\",\"url\":\"/\"}}}}",
        "acl a { \"h\"; /* c */ \"1.2.3.4\"/32; } acl b {} →"
            + " {\"acl\":{\"a\":[\"\\\"h\\\"\",\"\\\"1.2.3.4\\\"/32\"],\"b\":[]}}",
        "sub s { if (a) { set b = {\"}\"}; } else { call c; } return (hash); } →"
            + " {\"sub\":{\"s\":[]}}",
      })
  void declarationsAreRead(String text, String json) throws FormatException {
    assertThat(json(text)).isEqualTo(json);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "# c",
        "backend b { .host \"x\"; }",
        "backend",
        "acl a { \"x\" }",
        "/* c",
        "acl \"x"
      })
  void whatCannotBeReadIsRefused(String text) {
    assertThatThrownBy(() -> json(text)).isInstanceOf(FormatException.class);
  }

  @Test
  void deepInputEndsInAnError() {
    assertThatThrownBy(() -> json("sub a {" + "if (a) {".repeat(100_000)))
        .hasMessageContaining("nested deeper than 256");
  }

  @Test
  void attributesHavePlaces() {
    byte[] text = "backend b {\n  .host = \"h\";\n}".getBytes(UTF_8);
    var path = List.of(Value.of("backend"), Value.of("b"), Value.of("host"));
    assertThat(format.locator("x", text).find(path).span().start()).isEqualTo(new Position(2, 3));
  }
}
