package dev.landwaiter.rego.automaton;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The JDK's patterns judge: what both read alike has to be found alike.
final class AutomatonTest {
  private static final List<String> TEXTS =
      List.of(
          "",
          "a",
          "b",
          "ab",
          "abab",
          "aab",
          "nginx:1.21",
          "registry.example.com/team/app:1.1",
          "registry.example.com/team/app@sha256:" + "0f".repeat(32),
          "App:0",
          "a-b_c.d",
          "10.0.0.1",
          "line\nline",
          "]x",
          "x y\tz",
          "aaaaaaaaaa");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "^a",
        "a$",
        "^a$",
        "^$",
        "$^",
        "a|b",
        "^(a|b)*$",
        "(^|b)a",
        "a($|b)",
        "^([a-z0-9.-]+/)+[a-z0-9-]+(:[a-z0-9.-]+|@sha256:[a-f0-9]{64})$",
        "^[^/]+$",
        "a{2}",
        "^a{2,}$",
        "^(ab){1,2}$",
        "^a{0}b",
        "(a*)*b",
        "(a|ab)(c|bcd)?$",
        "a.c",
        "line.line",
        "\\d+\\.\\d+",
        "^\\w+$",
        "\\s",
        "[]x]",
        "[^]x]",
        "[a-]",
        "[\\w-]+:",
        "\\.",
        "^.*$",
        "\\Aa\\z",
        "x*?y",
        "(?:a|b){3}"
      })
  void findsWhatTheJdkFinds(String pattern) {
    Automaton made = Automaton.of(pattern).orElseThrow();
    // The JDK's `$` also stands before a last line feed.
    Pattern judge =
        Pattern.compile(
            pattern.replace("$", "\\z").replace("[]x]", "[\\]x]").replace("[^]x]", "[^\\]x]"));
    var random = new Random(7);
    for (int i = 0; i < 300; i++) {
      String text = i < TEXTS.size() ? TEXTS.get(i) : text(random);
      assertThat(made.find(text))
          .as("%s in %s", pattern, text)
          .isEqualTo(judge.matcher(text).find() ? Automaton.Found.YES : Automaton.Found.NO);
    }
  }

  private static String text(Random random) {
    var text = new StringBuilder();
    for (int i = random.nextInt(12); i > 0; i--) {
      text.append("aabbcxy/.:-1 \n]".charAt(random.nextInt(15)));
    }
    return text.toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(?i)a",
        "\\bword",
        "\\pL",
        "[[:alpha:]]",
        "é",
        "(?P<n>a)",
        "a**",
        "(",
        "a)",
        "[a",
        "x{5,2}",
        "\\",
        "((a{100}){100}){100}",
        "\\Qa\\E",
        "^*",
        "[z-a]"
      })
  void leavesWhatIsUnusual(String pattern) {
    assertThat(Automaton.of(pattern)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"é", "aé", "xyé"})
  void doesNotJudgeOtherCharacters(String text) {
    assertThat(Automaton.of("^[a-z]+é?".replace("é?", "$")).orElseThrow().find(text))
        .isEqualTo(Automaton.Found.UNKNOWN);
  }
}
