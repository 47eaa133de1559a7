package dev.landwaiter.base.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.value.RandomValues;
import dev.landwaiter.base.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RoundTripTest {
  static LongStream seeds() {
    return LongStream.range(0, 20);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void printedJsonReadsAndPrintsTheSame(long seed) throws FormatException {
    var random = new RandomValues(seed, true);
    for (int i = 0; i < 50; i++) {
      Value value = random.next();
      for (var style : new JsonStyle[] {JsonStyle.COMPACT, JsonStyle.INDENTED}) {
        String text = JsonWriter.toText(value, style);
        Value read = Json.parse("x", text);
        assertThat(read).isEqualTo(value);
        assertThat(JsonWriter.toText(read, style)).isEqualTo(text);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        assertThat(Json.parseLocated("x", bytes).root()).isEqualTo(value);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void yamlReadsJson(long seed) throws FormatException {
    var random = new RandomValues(seed, true);
    for (int i = 0; i < 50; i++) {
      Value value = random.next();
      for (var style : new JsonStyle[] {JsonStyle.COMPACT, JsonStyle.INDENTED}) {
        String text = JsonWriter.toText(value, style);
        assertThat(Yaml.parse("x", text.getBytes(StandardCharsets.UTF_8)))
            .as(text)
            .isEqualTo(value);
      }
    }
  }
}
