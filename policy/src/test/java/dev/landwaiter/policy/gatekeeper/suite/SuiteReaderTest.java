package dev.landwaiter.policy.gatekeeper.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.format.JsonStyle;
import dev.landwaiter.base.format.JsonWriter;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.policy.gatekeeper.Shaken;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SuiteReaderTest {
  private static ObjectValue json(String text) {
    try {
      return (ObjectValue) Json.parse("test", text);
    } catch (FormatException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static Suite read(String tests) throws FormatException {
    String text = "kind: Suite\napiVersion: test.gatekeeper.sh/v1\ntests: " + tests + "\n";
    return SuiteReader.read("s.yaml", Path.of("s.yaml"), text.getBytes(StandardCharsets.UTF_8))
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "yes,yes",
        "no,no",
        "No,No",
        "on,on",
        "y,y",
        "\"yes\",yes",
        "'2',2",
        "null,yes",
        "~,yes",
      })
  void wordsOfCountsStayAsTheyAreWritten(String written, String word) throws FormatException {
    Suite suite = read("[{cases: [{assertions: [{violations: " + written + "}]}]}]");
    assertThat(suite.tests().getFirst().cases().getFirst().assertions())
        .containsExactly(new Suite.Assertion(new Suite.Count.Word(word), Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "3", "-1", "2.0", "0x10"})
  void numbersAreCounts(String written) throws FormatException {
    Suite suite = read("[{cases: [{assertions: [{violations: " + written + "}]}]}]");
    assertThat(suite.tests().getFirst().cases().getFirst().assertions().getFirst().count())
        .isInstanceOf(Suite.Count.Exactly.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{cases: [{assertions: [{violations: true}]}]}]",
        "[{cases: [{assertions: [{violations: 1.5}]}]}]",
        "[{cases: [{assertions: [{violations: 99999999999}]}]}]",
        "[{cases: [{assertions: [{violations: []}]}]}]",
        "[{cases: [{assertions: [{message: 5}]}]}]",
        "[{cases: [{assertions: [5]}]}]",
        "[{cases: [{inventory: x}]}]",
        "[{cases: [{inventory: [5]}]}]",
        "[{cases: x}]",
        "[{name: 5}]",
        "[{skip: yes}]",
        "[5]",
        "5",
      })
  void wrongTypesAreErrors(String tests) {
    assertThatThrownBy(() -> read(tests)).isInstanceOf(FormatException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"&a yes", "!!str yes"})
  void decoratedWordsAreNotLost(String written) throws FormatException {
    Suite suite = read("[{cases: [{assertions: [{violations: " + written + "}]}]}]");
    assertThat(suite.tests()).hasSize(1);
  }

  @Test
  void whateverStandsInItASuiteIsReadOrRefused() {
    var chance = new Random(9);
    ObjectValue suite =
        json(
            "{\"kind\": \"Suite\", \"apiVersion\": \"test.gatekeeper.sh/v1\", \"skip\": false,"
                + " \"tests\": [{\"name\": \"t\", \"template\": \"t\", \"cases\": [{\"name\":"
                + " \"c\", \"inventory\": [\"x\"], \"assertions\": [{\"violations\": 1,"
                + " \"message\": \"m\"}]}]}]}");
    int read = 0;
    for (int i = 0; i < 3000; i++) {
      ObjectValue shaken = Shaken.of(suite, chance, 15);
      byte[] text = JsonWriter.toText(shaken, JsonStyle.COMPACT).getBytes(StandardCharsets.UTF_8);
      try {
        read += SuiteReader.read("s.yaml", Path.of("s.yaml"), text).isPresent() ? 1 : 0;
      } catch (FormatException e) {
        assertThat(e).message().isNotBlank();
      }
    }
    assertThat(read).isBetween(100, 2900);
  }
}
