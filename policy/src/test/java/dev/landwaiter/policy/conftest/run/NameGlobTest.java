package dev.landwaiter.policy.conftest.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.policy.conftest.NamespaceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameGlobTest {
  @ParameterizedTest
  @CsvSource({
    "main, main, true",
    "main, main.sub, false",
    "main.*, main.sub.deep, true",
    "main.*, main, false",
    "*, a.b, true",
    "*, a/b, false",
    "k8s.po?, k8s.pod, true",
    "k8s.po?, k8s.po, false",
    "[a-c]x, bx, true",
    "[a-c]x, dx, false",
    "[^a-c]x, dx, true",
    "a\\*, a*, true",
    "a\\*, ab, false",
    "**b*, aabb, true",
  })
  void patternsMatchNames(String pattern, String name, boolean matches) throws Exception {
    assertThat(new NameGlob(pattern).matches(name)).isEqualTo(matches);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "[]", "[a", "[a-", "[a-]", "a\\", "[-a]"})
  void someAreNoPatterns(String pattern) {
    assertThatThrownBy(() -> new NameGlob(pattern))
        .isInstanceOf(NamespaceException.class)
        .hasMessageContaining("syntax error in pattern");
  }

  @Test
  void aLongPatternTakesNoLongTime() throws Exception {
    assertThat(new NameGlob("*a".repeat(1000)).matches("a".repeat(900) + "b")).isFalse();
    assertThatThrownBy(() -> new NameGlob("a".repeat(5000))).isInstanceOf(NamespaceException.class);
  }
}
