package dev.landwaiter.policy.input.hcl;

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

class Hcl1FormatTest {
  private final Hcl1Format format = new Hcl1Format();

  private String json(String text) throws FormatException {
    return JsonWriter.toText(
        format.read("x.hcl1", text.getBytes(UTF_8)), JsonStyle.COMPACT.sorted());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '`',
      value = {
        "a = 0x1F ¦ {`a`:31}",
        "a = 017 ¦ {`a`:15}",
        "a = -1.50e3 ¦ {`a`:-1500}",
        "a = `x${`y`}\\n` ¦ {`a`:`x${\\`y\\`}\\n`}",
        "a = { b = [{ c = 1 }] } ¦ {`a`:[{`b`:[{`c`:1}]}]}",
        "a { b = 1 } a { b = 2 } ¦ {`a`:[{`b`:1},{`b`:2}]}",
        "a = [1] a = [2] ¦ {`a`:[1,2]}",
        "a = 1 a = 2 ¦ {`a`:2}",
        "a = `x` a = 1 ¦ {`a`:`1`}",
        "a b c { d = true } ¦ {`a`:[{`b`:[{`c`:[{`d`:true}]}]}]}",
        "a = [1,,2,] ¦ {`a`:[1,2]}",
        "a = ¦ {}",
        "{`a`: {`b`: {`c`: 1}, `d`: {`c`: 2}}} ¦ {`a`:[{`b`:[{`c`:1}]},{`d`:[{`c`:2}]}]}",
        "{`a`: [{`b`: 1}, {`b`: 2}], `n`: null} ¦ {`a`:[{`b`:1},{`b`:2}],`n`:``}",
        "{`a`: [[1], `x`, 1.5, true], `e`: {}} ¦ {`a`:[[1],`x`,1.5,true],`e`:[{}]}",
      })
  void textsAreDecoded(String text, String json) throws FormatException {
    assertThat(json(text.replace('`', '"'))).isEqualTo(json.replace('`', '"'));
  }

  @Test
  void hereDocumentsCanBeIndented() throws FormatException {
    assertThat(json("a = <<-EOT\n    x\n      y\n    EOT\nb = <<E\r\nz\r\n E\r\n"))
        .isEqualTo("{\"a\":\"x\\n  y\\n\",\"b\":\"z\\n \"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a b = 1",
        "a",
        "a {",
        "a = [",
        "a = [1 2]",
        "a = 1e3",
        "a = b",
        "a = \"x",
        "a = \"\\q\"",
        "= 1",
        "}",
        "a = 99999999999999999999",
        "a = 09",
        "a {} a \"x\" {}",
        "a = 1 a = {}",
        "'a' = 1",
        "a = <<E\nx\nE",
        "/* x",
        "/ x",
        "{\"a\": 1,}",
        "{\"a\": b}",
        "{\"a\"}",
        "true = 1"
      })
  void whatIsNoHclIsRefused(String text) {
    assertThatThrownBy(() -> json(text)).isInstanceOf(FormatException.class);
  }

  @Test
  void hostileInputEndsInAnError() {
    for (String opening : List.of("a {", "a = [", "a = {")) {
      assertThatThrownBy(() -> json(opening.repeat(100_000))).isInstanceOf(FormatException.class);
    }
    assertThatThrownBy(() -> json("{\"a\":".repeat(100_000)))
        .hasMessageContaining("nested deeper than 256");
    assertThatThrownBy(() -> json("a ".repeat(100_000) + "{}"))
        .hasMessageContaining("nested deeper than 256");
    var keys = new StringBuilder();
    for (int i = 0; i < 2048; i++) {
      for (int bit = 0; bit < 11; bit++) {
        keys.append((i >> bit & 1) == 0 ? 'a' : 'A');
      }
      keys.append(" x {}\n");
    }
    assertThatThrownBy(() -> json(keys.toString())).hasMessageContaining(" values that are read");
  }

  @Test
  void nodesHavePlaces() {
    var locator = format.locator("x", "a \"b\" {\n  c = [1,\n  2]\n}".getBytes(UTF_8));
    var path =
        List.of(Value.of("a"), Value.of(0), Value.of("b"), Value.of(0), Value.of("c"), Value.of(1));
    assertThat(locator.find(path).span().start()).isEqualTo(new Position(3, 3));
    assertThat(locator.find(path).depth()).isEqualTo(6);
  }
}
