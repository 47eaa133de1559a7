package dev.landwaiter.base.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.SetValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.testing.Golden;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonWriterTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  private String text(JsonWriter writer) throws IOException {
    writer.flush();
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void laysOutAReport() throws Exception {
    var writer = new JsonWriter(bytes, JsonStyle.INDENTED);
    writer.beginObject();
    writer.field("SchemaVersion", 2).field("Nothing", "").field("No", false).field("Zero", 0L);
    writer.field("Yes", true).field("Score", 7.5).field("None", List.of());
    writer.name("Empty").beginObject().endObject();
    writer.name("Array").beginArray().endArray();
    writer.field("Tags", List.of("a<b", "c&d"));
    writer.field("Layers", List.of(1, 2), (w, n) -> w.beginObject().field("Size", n).endObject());
    writer.name("Lines").nullValue();
    writer.name("Config").value(Json.parse("x", "{\"b\": [1.50, {\"c\": null}], \"a\": true}"));
    writer.endObject().newline();
    Golden.check("json/layout.json", text(writer));
  }

  @Test
  void compactHasNoSpaces() throws FormatException {
    Value value = Json.parse("x", "{ \"b\" : [ 1 , {} , [ ] ] , \"a\" : \"x y\" }");
    assertThat(JsonWriter.toText(value, JsonStyle.COMPACT))
        .isEqualTo("{\"b\":[1,{},[]],\"a\":\"x y\"}");
    assertThat(JsonWriter.toText(value, JsonStyle.COMPACT.sorted()))
        .isEqualTo("{\"a\":\"x y\",\"b\":[1,{},[]]}");
  }

  @Test
  void escapesAsGoDoes() {
    Value hostile =
        Value.of("\"\\\b\f\n\r\t\u0000\u001f\u007f<>&\u2028\u2029\ud800é€\ud83d\ude00\udc00");
    assertThat(JsonWriter.toText(hostile, JsonStyle.COMPACT))
        .isEqualTo(
            "\"\\\"\\\\\\b\\f\\n\\r\\t\\u0000\\u001f\u007f\\u003c\\u003e\\u0026\\u2028\\u2029"
                + "\\ufffdé€\ud83d\ude00\\ufffd\"");
    assertThat(JsonWriter.toText(Value.of("<&>"), JsonStyle.COMPACT.withoutHtmlEscapes()))
        .isEqualTo("\"<&>\"");
  }

  @ParameterizedTest
  @CsvSource({
    "0.0, 0",
    "-0.0, -0",
    "1, 1",
    "-7.5, -7.5",
    "100, 100",
    "0.1, 0.1",
    "0.001, 0.001",
    "0.00099, 0.00099",
    "-9999999.5, -9999999.5",
    "10000000, 10000000",
    "0.30000000000000004, 0.30000000000000004",
    "1e20, 100000000000000000000",
    "1e21, 1e+21",
    "1.5e300, 1.5e+300",
    "0.000001, 0.000001",
    "0.0000001, 1e-7",
    "-1.25e-9, -1.25e-9",
    "4.9e-324, 5e-324",
    "123456789.125, 123456789.125",
    "1.7976931348623157e308, 1.7976931348623157e+308"
  })
  void doublesAsGoWritesThem(double number, String expected) throws IOException {
    assertThat(text(new JsonWriter(bytes, JsonStyle.COMPACT).value(number))).isEqualTo(expected);
  }

  @Test
  void numbersStayAsWritten() {
    assertThat(JsonWriter.toText(NumberValue.of("1.10E+2"), JsonStyle.COMPACT))
        .isEqualTo("1.10E+2");
  }

  @Test
  void setsAreSortedArraysAndForeignKeysAreTexts() {
    var set = new SetValue(new TreeSet<>(List.of(Value.of(3), Value.of(1), Value.of("a"))));
    var object = new ObjectValue(Map.of(Value.of(1), set));
    assertThat(JsonWriter.toText(object, JsonStyle.COMPACT)).isEqualTo("{\"1\":[1,3,\"a\"]}");
  }

  @Test
  void longTextsCrossTheBuffer() {
    String text = "é<".repeat(100_000);
    assertThat(JsonWriter.toText(Value.of(text), JsonStyle.COMPACT))
        .isEqualTo("\"" + "é\\u003c".repeat(100_000) + "\"");
    String plain = "a".repeat(100_000);
    assertThat(JsonWriter.toText(Value.of(plain + "\n" + plain), JsonStyle.COMPACT))
        .isEqualTo("\"" + plain + "\\n" + plain + "\"");
  }

  @Test
  void refusesCallsOutOfTurn() throws IOException {
    var writer = new JsonWriter(bytes, JsonStyle.COMPACT);
    assertThatThrownBy(() -> writer.name("a")).isInstanceOf(IllegalStateException.class);
    writer.beginObject();
    assertThatThrownBy(() -> writer.value(1)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(writer::endArray).isInstanceOf(IllegalStateException.class);
    writer.name("a");
    assertThatThrownBy(writer::endObject).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> writer.value(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void boundsTheDepth() {
    var writer = new JsonWriter(bytes, JsonStyle.COMPACT);
    assertThatThrownBy(
            () -> {
              while (true) {
                writer.beginArray();
              }
            })
        .hasMessage("JSON nested deeper than 4096");
  }
}
