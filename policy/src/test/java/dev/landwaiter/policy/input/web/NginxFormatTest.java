package dev.landwaiter.policy.input.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.text.Position;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NginxFormatTest {
  private final NginxFormat format = new NginxFormat();

  /// Directives in one line: `name parameter|parameter {…}`.
  private String lines(String text) throws FormatException {
    return shown(format.read("nginx.conf", text.getBytes(UTF_8)));
  }

  private static String shown(Value block) {
    var text = new StringBuilder();
    for (Value each : block.get("directives").orElseThrow().elements()) {
      List<String> parameters =
          each.get("parameters").map(Value::elements).orElse(List.of()).stream()
              .map(Value::asText)
              .toList();
      text.append(each.text("name")).append(' ').append(String.join("|", parameters));
      text.append(each.get("block").map(inner -> "{" + shown(inner) + "}").orElse("")).append(';');
    }
    return text.toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '`',
      value = {
        "a 'b; c' \"d\\\"e\"; → a 'b; c'|\"d\\\"e\";",
        "set $x http://${y}/z; → set $x|http://${y}/z;",
        "log $a # c¶ $b; → log $a|$b;",
        "upstream u { least_conn; server b backup weight=2 max_fails=1; } → upstream u{server"
            + " b|max_fails=1|weight=2|backup;least_conn ;};",
        "http { server { listen 1; } gzip on; } → http {gzip on;server {listen 1;};};",
        "set_by_lua_block $r { if a then return \"}\" end -- }¶ } x y; → set_by_lua_block"
            + " $r{};x y;",
        "a; } b; → a ;",
        "location ~ ^/x$ {} → location ~|^/x${};",
      })
  void directivesAreRead(String text, String shown) throws FormatException {
    assertThat(lines(text.replace('¶', '\n'))).isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a {", "a", "a }", "a 'b;", "location a b c {}", "x_by_lua_block { {"})
  void whatHasNoEndIsRefused(String text) {
    assertThatThrownBy(() -> lines(text)).isInstanceOf(FormatException.class);
  }

  @Test
  void deepInputEndsInAnError() {
    assertThatThrownBy(() -> lines("a {".repeat(100_000)))
        .hasMessageContaining("nested deeper than 256");
  }

  @Test
  void directivesHavePlaces() {
    byte[] text = "http {\n  server {\n    listen 80 default;\n  }\n}\n".getBytes(UTF_8);
    var path =
        List.of(
            Value.of("directives"),
            Value.of(0),
            Value.of("block"),
            Value.of("directives"),
            Value.of(0),
            Value.of("block"),
            Value.of("directives"),
            Value.of(0),
            Value.of("parameters"),
            Value.of(1));
    assertThat(format.locator("x", text).find(path).span().start()).isEqualTo(new Position(3, 15));
  }

  @Test
  void anEmptyFileHasNoDirectives() throws FormatException {
    assertThat(((ObjectValue) format.read("x", new byte[0])).size()).isEqualTo(1);
  }
}
