package dev.landwaiter.policy.gatekeeper.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.base.format.FormatException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SuiteReaderTest {
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
}
