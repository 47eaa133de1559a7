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

class Hcl2FormatTest {
  private final Hcl2Format format = new Hcl2Format();

  private String json(String text) throws FormatException {
    return JsonWriter.toText(format.read("x.tf", text.getBytes(UTF_8)), JsonStyle.COMPACT.sorted())
        .replace("\\u003e", ">")
        .replace("\\u0026", "&");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '`',
      value = {
        "x = var.a[*].b                 ¦ {`x`:`${var.a[*].b}`}",
        "x = var.a.*.b.0.c              ¦ {`x`:`${var.a.*.b.0.c}`}",
        "x = [for k, v in m : k => v]   ¦ ",
        "x = { for k, v in m : k => v... if v != null } ¦ {`x`:`${{ for k, v in m : k => v... if v"
            + " != null }}`}",
        "x = f(a, b...)                 ¦ {`x`:`${f(a, b...)}`}",
        "x = provider::aws::arn(y)      ¦ {`x`:`${provider::aws::arn(y)}`}",
        "x = (1 + 2) * 3                ¦ {`x`:`${(1 + 2) * 3}`}",
        "x = a ? b : c ? d : e          ¦ {`x`:`${a ? b : c ? d : e}`}",
        "x = -var.a                     ¦ {`x`:`${-var.a}`}",
        "x = !true                      ¦ {`x`:false}",
        "x = -1.50                      ¦ {`x`:-1.5}",
        "x = 12345678901234567890       ¦ {`x`:12345678901234567000}",
        "x = `${1}`                     ¦ {`x`:1}",
        "x = `${[a, 1]}`                ¦ {`x`:[`${a}`,1]}",
        "x = `a${true}b${`c`}`          ¦ {`x`:`atruebc`}",
        "x = `$${a} %%{b} ${c}`         ¦ {`x`:`$${a} %%{b} ${c}`}",
        "x = `$${a}`                    ¦ {`x`:`$${a}`}",
        "x = `%{ if a }y%{ else }n%{ endif }` ¦ {`x`:`%{if a}y%{else}n%{endif}`}",
        "x = `%{ if a ~} y %{~ endif }` ¦ {`x`:`%{if a}y%{endif}`}",
        "x = `%{for k, v in m}${k}%{endfor}` ¦ {`x`:`%{for k, v in m}${k}%{endfor}`}",
        "x = `a ${b ? `c` : d}`         ¦ {`x`:`a %{if b}c%{else}${d}%{endif}`}",
        "x = `a${b ~} c`                ¦ {`x`:`a${b}c`}",
        "x = `\\u00e9\\t\\\\`           ¦ {`x`:`é\\t\\\\`}",
        "x = { a.b = 1, `${c}` = 2, 3 : 4, true = 5 } ¦ {`x`:{`${c}`:2,`3`:4,`a.b`:1,`true`:5}}",
        "a-b = c-1                      ¦ {`a-b`:`${c-1}`}",
        "x = a == b || !c && d >= 1 % 2 ¦ {`x`:`${a == b || !c && d >= 1 % 2}`}",
        "b lone `q` { x = 1 }           ¦ {`b`:{`lone`:{`q`:[{`x`:1}]}}}",
      })
  void expressionsBecomeJson(String text, String json) throws FormatException {
    String source = text.replace('`', '"');
    if (json == null) {
      assertThatThrownBy(() -> json(source)).isInstanceOf(FormatException.class);
    } else {
      assertThat(json(source)).isEqualTo(json.replace('`', '"'));
    }
  }

  @Test
  void hereDocumentsKeepTheirLines() throws FormatException {
    assertThat(json("x = <<EOT\n  a ${b}\n\\n\n  EOT\ny = <<-EOT\n    a\n\n      b\n    EOT\n"))
        .isEqualTo("{\"x\":\"  a ${b}\\n\\\\n\\n\",\"y\":\"a\\n\\n  b\\n\"}");
    assertThat(json("x = [<<A\n%{ for s in l ~}\n- ${s}\n%{ endfor ~}\nA\n, 2]"))
        .isEqualTo("{\"x\":[\"%{for s in l}- ${s}\\n%{endfor}\",2]}");
  }

  @Test
  void bracketsSpanLinesAndCommentsVanish() throws FormatException {
    String text =
        """
        x = f( # one
          1, /* two */
          2,
        )
        y = [
         1, // three
        ]
        z = {
         a = 1

         b = 2 # c
        }\
        """;
    assertThat(json(text))
        .isEqualTo(
            "{\"x\":\"${f( # one\\n"
                + "  1, /* two */\\n"
                + "  2,\\n)}\",\"y\":[1],\"z\":{\"a\":1,\"b\":2}}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x = 1\nx = 2",
        "x = 1 y = 2",
        "a { x = 1, y = 2 }",
        "a { b {} }",
        "a {} b {}",
        "x =\n1",
        "x = [1 2]",
        "x = {a = 1 b = 2}",
        "x = \"a\nb\"",
        "x = \"\\q\"",
        "x = 'a'",
        "x == 1",
        "}",
        "x = <<E\na\nE",
        "x = a.",
        "x = f(a... , b)",
        "x = \"${a\"",
        "x = \"%{if a}\"",
        "a \"${b}\" {}",
        "x = \"%{ endif }\"",
        "x = 1 ** 2",
        "x = a; y = b",
        "{}",
        "x = -true",
        "x = a ? b",
        "x = /* c",
        "x = 1e400",
        "a { x = 1\n}",
        "x = {for a in b : a}"
      })
  void whatIsNoHclIsRefused(String text) {
    assertThatThrownBy(() -> json(text)).isInstanceOf(FormatException.class);
  }

  @Test
  void deepAndBrokenInputEndsInAnError() {
    for (String opening : List.of("[", "{a=", "(", "!", "\"${", "a?", "f(", "a[", "-")) {
      assertThatThrownBy(() -> json("x = " + opening.repeat(100_000)))
          .isInstanceOf(FormatException.class)
          .hasMessageContaining("nested deeper than 256");
    }
    assertThatThrownBy(() -> json("a".repeat(9) + " b".repeat(100_000) + " {}"))
        .hasMessageContaining("nested deeper than 256");
    assertThatThrownBy(() -> json("a {\n".repeat(100_000)))
        .hasMessageContaining("nested deeper than 256");
  }

  @Test
  void nodesHavePlaces() {
    String text =
        """
        # c
        resource "a" "b" {
          tags = {
            x = "y"
          }
          in { z = [1, 2] }
        }
        """;
    var locator = format.locator("x.tf", text.getBytes(UTF_8));
    var block = List.of(Value.of("resource"), Value.of("a"), Value.of("b"), Value.of(0));
    assertThat(locator.find(block).span().start()).isEqualTo(new Position(2, 1));
    var tag =
        List.of(
            Value.of("resource"),
            Value.of("a"),
            Value.of("b"),
            Value.of(0),
            Value.of("tags"),
            Value.of("x"));
    assertThat(locator.find(tag).span().start()).isEqualTo(new Position(4, 9));
    assertThat(locator.find(tag).depth()).isEqualTo(6);
  }

  @Test
  void problemsNameTheirPlace() {
    assertThatThrownBy(() -> json("a = 1\nb = [1,\n  2\n  3]"))
        .hasMessage("x.tf:4:3: a comma or the ] of a list was expected, not 3]");
  }
}
