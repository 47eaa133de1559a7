package dev.landwaiter.policy.input.bom;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.JsonStyle;
import dev.landwaiter.base.format.JsonWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CyclonedxFormatTest {
  private static String json(String text) throws FormatException {
    return JsonWriter.toText(
        new CyclonedxFormat().read("x.cyclonedx", text.getBytes(UTF_8)),
        JsonStyle.COMPACT.sorted());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '`',
      value = {
        "<components><component"
            + " type=\"library\"><licenses><license><id>MIT</id></license><expression>A OR"
            + " B</expression></licenses><hashes><hash"
            + " alg=\"MD5\">00</hash></hashes></component></components> →"
            + " \"components\":[{\"hashes\":[{\"alg\":\"MD5\",\"content\":\"00\"}],\"licenses\":[{\"license\":{\"id\":\"MIT\"}},{\"expression\":\"A"
            + " OR B\"}],\"type\":\"library\"}]",
        "<dependencies><dependency ref=\"a\"><dependency ref=\"b\"/></dependency><dependency"
            + " ref=\"b\"/></dependencies> →"
            + " \"dependencies\":[{\"dependsOn\":[\"b\"],\"ref\":\"a\"},{\"ref\":\"b\"}]",
        "<metadata><tools><tool><name>t</name></tool></tools></metadata> →"
            + " \"metadata\":{\"tools\":[{\"name\":\"t\"}]}",
        "<metadata><tools><components><component type=\"a\"/></components></tools></metadata> →"
            + " \"metadata\":{\"tools\":{\"components\":[{\"type\":\"a\"}]}}",
        "<properties><property name=\"n\">v</property></properties><other/> →"
            + " \"properties\":[{\"name\":\"n\",\"value\":\"v\"}]",
      })
  void xmlBecomesJson(String inner, String json) throws FormatException {
    assertThat(json("<bom version=\"3\">" + inner + "</bom>"))
        .contains(json)
        .contains("\"version\":3");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "x",
        "<a/>",
        "<bom>",
        "<bom version='x'/>",
        "{\"specVersion\": \"9\"}",
        "{\"components\": {}}",
        "{\"version\": \"1\"}"
      })
  void whatIsNoBillOfMaterialsIsRefused(String text) {
    assertThatThrownBy(() -> json(text)).isInstanceOf(FormatException.class);
  }
}
