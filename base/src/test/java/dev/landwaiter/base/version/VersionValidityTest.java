package dev.landwaiter.base.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is a version of an ecosystem and what is not.
class VersionValidityTest {
  @ParameterizedTest
  @CsvSource({
    "deb, 1.0-1",
    "deb, 1:1.0+dfsg~rc1-1+b1",
    "deb, ' 1.0 '",
    "rpm, 1.0-1.el8",
    "apk, 1.2.3_p1-r0",
    "apk, 1.8.28p1-r1",
    "pep440, ' V1!1.0-rc.1.post2.dev3+a.b '",
    "npm, 1.2.3-a.b+c.01",
    "maven, anything",
    "rubygems, ' 1.0.a-b '",
    "rubygems, ''",
    "generic, v1.2.3.4.5-rc1+x",
    "generic, 1",
    "bitnami, 1.2.3-4",
    "go, v1.2.3",
    "go, v1",
    "nuget, 1.2.3.4-x",
    "cran, 1.0-2",
    "hackage, 0",
    "pub, 1.2.3+4",
    "packagist, dev-main",
  })
  void accepts(String order, String version) {
    assertThat(VersionOrders.byId(order).orElseThrow().valid(version)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "deb, ''",
    "deb, a1.0",
    "deb, x:1.0",
    "deb, -1:1.0",
    "deb, :1.0",
    "deb, 1.0 2",
    "deb, -1",
    "deb, 1.0-a:b",
    "rpm, ''",
    "rpm, '  '",
    "apk, ''",
    "apk, 1.2A",
    "apk, 1.2bc",
    "apk, 1.2_foo",
    "apk, 1..2",
    "apk, 1.2-r",
    "apk, 1.2-r1-r2",
    "apk, 1.2~abc",
    "pep440, ''",
    "pep440, 1.0-test",
    "pep440, 1.0+",
    "pep440, 1.0a1a2",
    "npm, ''",
    "npm, 1.2",
    "npm, v1.2.3",
    "npm, 01.2.3",
    "npm, 1.2.3-01",
    "npm, 1.2.3-",
    "npm, 1.2.3.4",
    "maven, ''",
    "rubygems, 1beta",
    "rubygems, 1..2",
    "rubygems, 1.0-",
    "generic, ''",
    "generic, x",
    "generic, 1.2.",
    "generic, v",
    "generic, 1.2.rc1",
    "bitnami, 1.2.3-rc1",
    "bitnami, 1.2",
    "go, ''",
    "go, 1.2.3.4",
    "nuget, 1.2.3.4.5",
    "nuget, ''",
    "cran, 1.a",
    "cran, ''",
    "hackage, ''",
    "hackage, 1-2",
    "pub, 1.2",
    "pub, ''",
    "packagist, ''",
    "packagist, .-",
  })
  void refuses(String id, String version) {
    VersionOrder order = VersionOrders.byId(id).orElseThrow();
    assertThat(order.valid(version)).isFalse();
    assertThatThrownBy(() -> order.compare(version, version))
        .isInstanceOf(InvalidVersionException.class);
  }

  @Test
  void quotesHostileTextShortly() {
    assertThatThrownBy(() -> new DebOrder().compare("\u001b[2J" + "x".repeat(10_000), "1"))
        .isInstanceOf(InvalidVersionException.class)
        .hasMessageStartingWith("not a Debian version: \"?[2Jxxx")
        .message()
        .hasSizeLessThan(200);
  }
}
