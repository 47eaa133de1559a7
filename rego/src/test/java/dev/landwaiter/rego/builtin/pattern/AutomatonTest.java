package dev.landwaiter.rego.builtin.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The automaton tells the same as the full engine.
class AutomatonTest {
  private static final List<String> PIECES =
      List.of(
          "a",
          "b",
          "é",
          ".",
          "\\.",
          "[ab]",
          "[^a]",
          "[a-c\\d]",
          "[]a]",
          "\\d",
          "\\W",
          "\\s",
          "^",
          "$",
          "\\A",
          "\\z",
          "(",
          "(?:",
          ")",
          "|",
          "*",
          "+",
          "?",
          "*?",
          "{2}",
          "{1,}",
          "{0,2}",
          "{,2}",
          "-");

  private static final String LETTERS = "abcé1 \n.-😀{,2}]";

  @Test
  void agreesWithTheFullEngine() {
    var random = new Random(11);
    int compared = 0;
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      String pattern = pattern(random);
      Pattern full;
      try {
        full = Pattern.compile(pattern);
      } catch (PatternSyntaxException e) {
        continue;
      }
      Optional<Automaton> automaton = Automaton.of(pattern);
      for (int j = 0; j < 8 && automaton.isPresent(); j++) {
        String text = text(random);
        boolean expected = full.matcher(text).find();
        if (automaton.get().finds(text).orElse(expected) != expected) {
          wrong.add(pattern + " in " + text);
        }
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(20_000);
    assertThat(wrong).isEmpty();
  }

  private static String pattern(Random random) {
    var pattern = new StringBuilder();
    int size = 1 + random.nextInt(8);
    for (int i = 0; i < size; i++) {
      pattern.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return pattern.toString();
  }

  private static String text(Random random) {
    int[] letters = LETTERS.codePoints().toArray();
    var text = new StringBuilder();
    int size = random.nextInt(7);
    for (int i = 0; i < size; i++) {
      text.appendCodePoint(letters[random.nextInt(letters.length)]);
    }
    return text.toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"(?i)a", "\\bfoo", "\\pL", "[[:alpha:]]", "\\Qa\\E", "\\x41", "(a{40}){50}"})
  void leavesTheRestToTheFullEngine(String pattern) {
    assertThat(Automaton.of(pattern)).isEmpty();
  }

  @Test
  void givesUpWhenStatesMultiply() {
    Automaton automaton = Automaton.of("a.{15}b").orElseThrow();
    var random = new Random(5);
    var text = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      text.append(random.nextBoolean() ? 'a' : 'c');
    }

    assertThat(automaton.finds(text.toString())).isEmpty();
  }
}
