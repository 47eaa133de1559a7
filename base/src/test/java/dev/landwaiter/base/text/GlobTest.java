package dev.landwaiter.base.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.testing.CaseLines;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GlobTest {
  static List<String> cases() throws IOException {
    return CaseLines.of("/glob/cases.txt");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void holdsThePathAgainstThePattern(String line) throws InvalidGlobException {
    List<String> words = List.of(line.split(" ", -1));
    String pattern = words.getFirst();
    if (words.get(1).equals("!")) {
      assertThatThrownBy(() -> Glob.compile(pattern)).isInstanceOf(InvalidGlobException.class);
      return;
    }
    var glob = Glob.compile(pattern);
    boolean expected = true;
    for (String word : words.subList(1, words.size())) {
      if (word.equals("+") || word.equals("-")) {
        expected = word.equals("+");
      } else {
        assertThat(glob.matches(word)).as("%s against %s", pattern, word).isEqualTo(expected);
      }
    }
  }

  @Test
  void hostilePatternsEnd() throws InvalidGlobException {
    assertThat(Glob.compile("a*".repeat(1000) + "b").matches("a".repeat(4000))).isFalse();
    assertThat(Glob.compile("**/a/".repeat(800) + "b").matches("a/".repeat(2000) + "c")).isFalse();
    assertThat(Glob.compile("{a,aa}".repeat(600) + "b").matches("a".repeat(1200))).isFalse();
    assertThatThrownBy(() -> Glob.compile("a".repeat(5000)))
        .hasMessageContaining("longer than 4096 characters");
  }

  @Test
  void literalTakesEverythingForItself() {
    assertThat(Glob.literal("a[*").matches("a[*")).isTrue();
    assertThat(Glob.literal("*").matches("a")).isFalse();
  }
}
