package dev.landwaiter.base.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.testing.CaseLines;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class YamlTest {
  static List<String> values() throws IOException {
    return CaseLines.of("/yaml/values.txt");
  }

  static List<String> errors() throws IOException {
    return CaseLines.of("/yaml/errors.txt");
  }

  private static byte[] yaml(String text) {
    return text.replace("\\t", "\t").replace("\\n", "\n").getBytes(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @MethodSource("values")
  void readsAsKubernetesDoes(String line) throws FormatException {
    int arrow = line.indexOf(" => ");
    String text = line.substring(0, arrow).replace("\\\\n", "\\x0a").replace("\\\\", "\\");
    assertThat(JsonWriter.toText(Yaml.parse("f.yaml", yaml(text)), JsonStyle.COMPACT))
        .isEqualTo(line.substring(arrow + 4));
  }

  @ParameterizedTest
  @MethodSource("errors")
  void refuses(String line) {
    int arrow = line.indexOf(" => ");
    assertThatThrownBy(() -> Yaml.parse("f.yaml", yaml(line.substring(0, arrow))))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining(line.substring(arrow + 4));
  }

  @Test
  void theLastOfEqualKeysMayWin() throws FormatException {
    var documents = Yaml.parseAll("x", yaml("a: 1\na: 2"), Yaml.DuplicateKeys.LAST_WINS);
    assertThat(documents.getFirst().root().get("a")).contains(Value.of(2));
  }

  @Test
  void readsAllDocuments() throws FormatException {
    var documents = Yaml.parseAll("x", yaml("# none\n---\na: 1\n---\n---\n# nothing\n---\nb"));
    assertThat(documents)
        .extracting(Located::root)
        .containsExactly(
            Json.parse("x", "{\"a\": 1}"), NullValue.NULL, NullValue.NULL, Value.of("b"));
    assertThat(documents.getLast().positions().start().line()).isEqualTo(8);
  }

  @ParameterizedTest
  @CsvSource({
    "'', 2, 1, 0, 0, 10",
    "metadata, 3, 3, 4, 25, 4",
    "metadata/labels, 4, 11, 4, 25, 4",
    "metadata/labels/é, 4, 15, 4, 18, 4",
    "list, 6, 3, 7, 8, 7",
    "list/1, 7, 5, 7, 8, 7",
    "text, 8, 7, 11, 1, 10",
  })
  void knowsWhereNodesStand(
      String path, int line, int column, int endLine, int endColumn, int lastLine)
      throws FormatException {
    String text =
        """
        # comment
        metadata:
          name: x
          labels: {é: "y", z: 1}
        list:
          - a
          - b12
        text: |
          line one

        """;
    var positions = Yaml.parseLocated("x", yaml(text)).positions();
    var node = positions.at(path.isEmpty() ? new String[0] : path.split("/")).orElseThrow();
    assertThat(List.of(node.start().line(), node.start().column())).containsExactly(line, column);
    assertThat(node.span().lastLine()).isEqualTo(lastLine);
    if (!path.isEmpty()) {
      assertThat(List.of(node.end().line(), node.end().column()))
          .containsExactly(endLine, endColumn);
    }
  }

  @Test
  void understandsByteOrderMarks() throws FormatException {
    for (var charset : List.of("UTF-8", "UTF-16LE", "UTF-16BE")) {
      byte[] text = "\ufeffa: é".getBytes(Charset.forName(charset));
      assertThat(Yaml.parse("x", text).text("a")).as(charset).isEqualTo("é");
    }
  }

  @Test
  void refusesBrokenCharacters() {
    assertThatThrownBy(() -> Yaml.parse("f", new byte[] {'a', '\n', (byte) 0xc3}))
        .hasMessage("f:2:1: not valid UTF-8 (save it as UTF-8)");
    assertThatThrownBy(() -> Yaml.parse("f", yaml("a: b\nc: \u0000")))
        .hasMessageContaining("f:2:4: not valid YAML: the character U+0000 is not allowed");
  }

  @Test
  void boundsDepthAndAliases() throws FormatException {
    assertThat(Yaml.parse("x", yaml("[".repeat(500) + "]".repeat(500))).elements()).hasSize(1);
    assertThatThrownBy(() -> Yaml.parse("f", yaml("[".repeat(100_000))))
        .hasMessageContaining("nested deeper than 512");
    assertThatThrownBy(() -> Yaml.parse("f", yaml("- ".repeat(5_000))))
        .hasMessageContaining("nested deeper than 512");
    var bomb = new StringBuilder("a0: &a0 [x, x]\n");
    var chain = new StringBuilder("a0: &a0 x\n");
    for (int i = 1; i < 600; i++) {
      bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
      chain.append("a%d: &a%d [*a%d]\n".formatted(i, i, i - 1));
    }
    assertThatThrownBy(() -> Yaml.parse("f", yaml(bomb.toString())))
        .hasMessageContaining("aliases expand to more than");
    // One level more each time passes the depth before it passes the budget of nodes.
    String padding = "#" + "x".repeat(400_000) + "\n";
    assertThatThrownBy(() -> Yaml.parse("f", yaml(padding + chain)))
        .hasMessageContaining("aliases nest deeper than 512");
    String merges = "a: &a {b: 1}\nc:\n  <<: [" + "*a,".repeat(6_000) + "]\n";
    assertThatThrownBy(() -> Yaml.parse("f", yaml(merges)))
        .hasMessageContaining("aliases expand to more than");
  }
}
