package dev.landwaiter.base.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XmlTest {
  private static XmlElement parse(String text) throws FormatException {
    return Xml.parse("f.xml", text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void readsATree() throws FormatException {
    var root =
        parse(
            """
            <?xml version="1.0"?>
            <!-- about -->
            <p:project xmlns:p="urn:x" p:id="7" b="&lt;">
              <name> a &amp; <![CDATA[<b>]]> </name>
              <dep><v>1</v></dep>
              <dep><v>2</v><v>3</v></dep>
            </p:project>
            """);
    assertThat(root.name()).isEqualTo("project");
    assertThat(root.attributes()).containsEntry("id", "7").containsEntry("b", "<").hasSize(2);
    assertThat(root.childText("name")).isEqualTo("a & <b>");
    assertThat(root.children("dep")).extracting(d -> d.childText("v")).containsExactly("1", "2");
    assertThat(root.children("dep").getLast().childTexts()).containsEntry("v", "3");
    assertThat(root.child("dep").orElseThrow().start().line()).isEqualTo(5);
    assertThat(root.childText("none") + root.attribute("none")).isEmpty();
  }

  @Test
  void followsTheDeclaredEncoding() throws FormatException {
    String text = "<?xml version='1.0' encoding='ISO-8859-1'?><a>é</a>";
    assertThat(Xml.parse("x", text.getBytes(StandardCharsets.ISO_8859_1)).text()).isEqualTo("é");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "<a>", "<a></b>", "<a/><b/>", "<a b='1' b='2'/>", "<a>&copy;</a>", "x"})
  void refuses(String text) {
    assertThatThrownBy(() -> parse(text))
        .isInstanceOf(FormatException.class)
        .hasMessageStartingWith("f.xml:1:");
  }

  /// The platform's reader would print something of its own.
  @Test
  void refusesWhatIsNotText() {
    for (byte[] bytes :
        new byte[][] {
          {(byte) 0x80, 1, 2}, {'<', (byte) 0x80}, {'<', '?', 'x', 'm', 'l', (byte) 0xf8}
        }) {
      assertThatThrownBy(() -> Xml.parse("f.xml", bytes))
          .isInstanceOf(FormatException.class)
          .hasMessageContaining("not valid XML: it is not");
      assertThat(Xml.beforeError(bytes)).isEmpty();
    }
  }

  @Test
  void saysWhereTextEnds() {
    String text = "<?xml version='1.0' encoding='UTF-8'?>\n<a>\n  <b>é</b>\n</a>";
    assertThatThrownBy(() -> Xml.parse("f.xml", text.getBytes(StandardCharsets.ISO_8859_1)))
        .isInstanceOf(FormatException.class)
        .hasMessageStartingWith("f.xml:3:6: not valid XML: it is not UTF-8");
    assertThat(Xml.beforeError(text.getBytes(StandardCharsets.ISO_8859_1))).isPresent();
  }

  @Test
  void readsUtf16ByItsMarkOrItsZeros() throws FormatException {
    String text = "<a>é</a>";
    for (var charset : new Charset[] {StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE}) {
      assertThat(Xml.parse("x", text.getBytes(charset)).text()).isEqualTo("é");
      assertThat(Xml.parse("x", ("\ufeff" + text).getBytes(charset)).text()).isEqualTo("é");
    }
    assertThat(parse("\ufeff" + text).text()).isEqualTo("é");
  }

  @Test
  void namesAnEncodingThatIsNotKnown() {
    assertThatThrownBy(() -> parse("<?xml version='1.0' encoding='klingon'?><a/>"))
        .hasMessageContaining("the encoding klingon is not known");
  }

  @Test
  void readsLettersWhereverTheyStand() throws FormatException {
    for (int spaces = 100; spaces < 130; spaces++) {
      assertThat(parse("<größe>" + " ".repeat(spaces) + "ß</größe>").text().strip()).isEqualTo("ß");
    }
  }

  @Test
  void opensNothingElse(@TempDir Path folder) throws Exception {
    Path secret = Files.writeString(folder.resolve("secret"), "secret");
    String outside = "<!DOCTYPE a [<!ENTITY e SYSTEM '%s'>]><a>&e;</a>".formatted(secret.toUri());
    assertThatThrownBy(() -> parse(outside)).isInstanceOf(FormatException.class);
    String type = "<!DOCTYPE a SYSTEM '%s'><a>x</a>".formatted(secret.toUri());
    assertThat(parse(type).text()).isEqualTo("x");
  }

  @Test
  void boundsBombsAndDepth() {
    String entities =
        IntStream.range(1, 30)
            .mapToObj(i -> "<!ENTITY e%d '&e%d;&e%d;'>".formatted(i, i - 1, i - 1))
            .collect(Collectors.joining());
    assertThatThrownBy(() -> parse("<!DOCTYPE a [<!ENTITY e0 'x'>" + entities + "]><a>&e29;</a>"))
        .isInstanceOf(FormatException.class);
    assertThatThrownBy(() -> parse("<a>".repeat(100_000)))
        .hasMessageContaining("nested deeper than 512");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <a><b>1</b><c>2</c></a>   | a(b=1 c=2)
          <a><b>1</b><c>2&uuml;</c> | a(b=1 c=)
          <a><b>1</b></c></a>       | a(b=1)
          <a><b>1                   | a(b=)
          x                         | nothing
          """)
  void whatStandsBeforeAnError(String text, String read) {
    assertThat(
            Xml.beforeError(text.getBytes(StandardCharsets.UTF_8))
                .map(root ->
                    root.children().stream()
                        .map(each -> each.name() + "=" + each.text())
                        .collect(Collectors.joining(" ", root.name() + "(", ")")))
                .orElse("nothing"))
        .isEqualTo(read);
  }
}
