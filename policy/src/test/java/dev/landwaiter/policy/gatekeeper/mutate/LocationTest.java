package dev.landwaiter.policy.gatekeeper.mutate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.gatekeeper.RefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocationTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "spec | spec",
        "spec.containers[name: *].image | spec.containers[name: *].image",
        "  spec . a [ name : x ] . b | spec.a[name: x].b",
        "spec.ports[port: 8080].name | spec.ports[port: 8080].name",
        "spec.\"a b\".c | spec.\"a b\".c",
        "spec.'it''s' | ",
        "spec.'a\"b' | spec.\"a\\\"b\"",
        "spec.\"1a\" | spec.\"1a\"",
        "spec.\"plain\" | spec.plain",
        "spec.l[\"my key\": 'it\\'s'] | spec.l[\"my key\": \"it's\"]",
        "-a._b | -a._b",
        "spec.l[port: \"8080\"] | spec.l[port: \"8080\"]",
      })
  void isPrintedInItsShortestForm(String text, String printed) throws RefusedException {
    if (printed == null) {
      assertThatThrownBy(() -> Location.of(text)).isInstanceOf(RefusedException.class);
    } else {
      assertThat(Location.of(text)).hasToString(printed);
      assertThat(Location.of(printed)).isEqualTo(Location.of(text));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "spec..x",
        "spec.",
        ".spec",
        "[name: x]",
        "a.[name: x]",
        "a[name: x][name: y]",
        "a[name: x]b",
        "a[name: ]",
        "a[name",
        "a[: x]",
        "a[name x]",
        "a[name: -]x",
        "a[n: 99999999999999999999]",
        "a b",
        "1a",
        "a.\"b",
        "a['x: 1]",
        "a[n: 1x]",
        "a$",
        "ä",
      })
  void wrongTextsAreRefused(String text) {
    assertThatThrownBy(() -> Location.of(text))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("is not valid: character");
  }

  @Test
  void anEmptyTextHasNoSteps() throws RefusedException {
    assertThat(Location.of(" ").steps()).isEmpty();
  }

  @Test
  void limitsAreNamed() {
    assertThatThrownBy(() -> Location.of("a.".repeat(300) + "a")).hasMessageContaining("256 steps");
    assertThatThrownBy(() -> Location.of("a".repeat(20_000))).hasMessageContaining("16,384");
  }

  @Test
  void printingAndReadingGivesTheSameLocation() throws RefusedException {
    var chance = new Random(7);
    for (int i = 0; i < 2000; i++) {
      List<Step> steps = new ArrayList<>();
      for (int j = chance.nextInt(6); j >= 0; j--) {
        steps.add(new Step.Field(word(chance)));
        if (chance.nextInt(3) == 0) {
          Value value =
              chance.nextBoolean()
                  ? Value.of(word(chance))
                  : Value.of(chance.nextLong(Long.MAX_VALUE));
          steps.add(
              chance.nextInt(3) == 0
                  ? new Step.Every(word(chance))
                  : new Step.Item(word(chance), value));
        }
      }
      var location = new Location(steps);
      assertThat(Location.of(location.toString())).isEqualTo(location);
    }
  }

  private static String word(Random chance) {
    String letters = "abcXYZ019-_ .[]:*\"'\\äß\u0000\n";
    var word = new StringBuilder();
    for (int i = chance.nextInt(5); i >= 0; i--) {
      word.append(letters.charAt(chance.nextInt(letters.length())));
    }
    return word.toString();
  }
}
