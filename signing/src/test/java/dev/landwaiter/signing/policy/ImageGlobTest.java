package dev.landwaiter.signing.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.signing.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageGlobTest {
  @ParameterizedTest
  @CsvSource({
    "host.test/app:1, host.test/app:1, true",
    "host.test/app:1, host.test/app:12, false",
    "host.test/app*, host.test/app:12, true",
    "host.test/*, host.test/team/app:1, false",
    "host.test/**, host.test/team/app:1, true",
    "**/app@sha256:*, host.test/team/app@sha256:00, true",
    "host.test/*:1.*, host.test/app:1.2, true",
    "hostxtest/app:1, host.test/app:1, false",
    "host.test/app, host.test/app:1, false",
    "*, index.docker.io/library/alpine:3, true",
    "*, index.docker.io/team/alpine:3, false",
    "*/*, index.docker.io/team/alpine:3, true",
    "**, anything/at/all:1, true"
  })
  void fitsWholeNames(String pattern, String name, boolean wanted) throws Exception {
    assertThat(ImageGlob.parse(pattern).fits(name)).isEqualTo(wanted);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a?", "a[b]", "a{b}", "ü", "a\n"})
  void otherCharactersAreRefused(String pattern) {
    assertThatThrownBy(() -> ImageGlob.parse(pattern)).isInstanceOf(RefusedException.class);
  }

  @Test
  void manyStarsTakeNoTime() throws Exception {
    assertThat(ImageGlob.parse("*a".repeat(200)).fits("a".repeat(400) + "b")).isFalse();
  }
}
