package dev.landwaiter.policy.input;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.JsonStyle;
import dev.landwaiter.base.format.JsonWriter;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.input.all.InputFormats;
import dev.landwaiter.policy.input.data.TomlFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever a file holds: a value that can be printed, or a problem.
class HostileInputTest {
  private static final String SCRAPS =
      "{}[]()<>\"'`=:,;.#/\\|&*!?%@$-+~^_ \n\t\r0123456789aeExXtTfFnNuU\u00e9\u20ac\u0000";

  static Stream<InputFormat> formats() {
    return Stream.concat(InputFormats.ALL.stream(), InputFormats.AS_CONFTEST.stream()).distinct();
  }

  @ParameterizedTest
  @MethodSource("formats")
  void noTextEndsTheRun(InputFormat format) {
    var random = new Random(11);
    for (int run = 0; run < 1_500; run++) {
      int length = random.nextInt(60);
      var text = new StringBuilder();
      for (int i = 0; i < length; i++) {
        text.append(SCRAPS.charAt(random.nextInt(SCRAPS.length())));
      }
      check(format, text.toString());
    }
    for (String piece : List.of("[", "{", "(", "<a>", "{a:", "[{", "- ", "a{", "a=[", "\"", "a.")) {
      check(format, piece.repeat(20_000));
      check(format, "a=" + piece.repeat(20_000));
    }
  }

  private static void check(InputFormat format, String text) {
    byte[] bytes = text.getBytes(UTF_8);
    try {
      Value value = format.read("f", bytes);
      assertThat(JsonWriter.toText(value, JsonStyle.COMPACT)).isNotEmpty();
    } catch (FormatException e) {
      assertThat(e.problem().where()).isEqualTo("f");
    }
    assertThat(format.locator("f", bytes).find(List.of(Value.of(0))).depth()).isBetween(0, 1);
  }

  /// Its parser would take minutes.
  @Test
  void bracketsOfTomlAreCountedFirst() {
    byte[] text = ("a = 1\nb = " + "[".repeat(200_000)).getBytes(UTF_8);
    assertThatThrownBy(() -> new TomlFormat().read("f", text))
        .hasMessage("f:2:517: nested deeper than 512");
  }

  @ParameterizedTest
  @CsvSource({
    "yaml, 'a: &a [x,x,x,x,x,x,x,x,x]', '%s: &%s [*%s,*%s,*%s,*%s,*%s,*%s,*%s,*%s,*%s]'",
    "hocon, 'a { x = 1 }', '%s { x = ${%s}, y = ${%s} }'"
  })
  void whatMultipliesIsBounded(String name, String first, String next) {
    var text = new StringBuilder(first).append('\n');
    for (char c = 'b'; c <= 'z'; c++) {
      String before = String.valueOf((char) (c - 1));
      Object[] words = new Object[11];
      java.util.Arrays.fill(words, before);
      words[0] = String.valueOf(c);
      if (name.equals("yaml")) {
        words[1] = words[0];
      }
      text.append(next.formatted(words)).append('\n');
    }
    InputFormat format = InputFormats.named(name).orElseThrow();
    assertThatThrownBy(() -> format.read("f", text.toString().getBytes(UTF_8)))
        .isInstanceOf(FormatException.class)
        .hasMessageMatching("(?s).*(aliases|aliasing|write out).*");
  }
}
