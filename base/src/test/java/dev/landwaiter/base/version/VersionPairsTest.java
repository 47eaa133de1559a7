package dev.landwaiter.base.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Small pairs, each showing one rule of an order; a row may chain several versions.
class VersionPairsTest {
  private static final String ROWS =
      """
      deb: 1.0~~-1 < 1.0~-1
      deb: 1.0~rc1-1 < 1.0-1
      deb: 1.0 = 1.0-0
      deb: 0:1.0 = 1.0
      deb: 1.01 = 1.1
      deb: 1.0-1 < 1.0-1+b1
      deb: 1.0-1 < 1.0a-1
      deb: 1.0a-1 < 1.0+a-1
      deb: 1.9-1 < 1.10-1
      deb: 1.2.3-1~deb11u1 < 1.2.3-1
      deb: 1.2.3-1 < 1.2.3-1ubuntu0.1
      deb: 1.0-1ubuntu2 < 1.0-1ubuntu10
      deb: 2.4.7-1+deb12u1 < 2.4.7-1+deb12u2
      deb: 9.9-9 < 1:0.1-1
      rpm: 1.0~rc1~git1-1 < 1.0~rc1-1
      rpm: 1.0~rc1-1 < 1.0~rc1^git1-1
      rpm: 1.0~rc1^git1-1 < 1.0-1
      rpm: 1.0-1 < 1.0^git1-1
      rpm: 1.0^git1-1 < 1.0^git2-1
      rpm: 1.0^git1-1 < 1.0.1-1
      rpm: 1.0-1 = 1_0-1
      rpm: 1.05-1 = 1.5-1
      rpm: 1.0-1 < 1.0a-1
      rpm: 1.0a-1 < 1.0.1-1
      rpm: fc4-1 < 5-1
      rpm: 2.9-1 < 2.10-1
      rpm: 1.0-1.el8 < 1.0-1.el8_2
      rpm: 1.0-2.el8 < 1.0-10.el8
      rpm: 1.0-1 = 0:1.0-1
      rpm: 9-1 < 1:1-1
      apk: 1.2_alpha < 1.2_beta
      apk: 1.2_alpha1 < 1.2_alpha2
      apk: 1.2_beta2 < 1.2_pre1
      apk: 1.2_pre1 < 1.2_rc1
      apk: 1.2_rc1-r1 < 1.2-r0
      apk: 1.2_rc1 < 1.2
      apk: 1.2 < 1.2_p1
      apk: 1.2_cvs < 1.2_svn
      apk: 1.2_git20200101 < 1.2_p1
      apk: 1.2 < 1.2a
      apk: 1.2a < 1.2b
      apk: 1.2a < 1.2.1
      apk: 1.2 < 1.2.1
      apk: 1.9 < 1.10
      apk: 1.001 < 1.01
      apk: 1.01 < 1.1
      apk: 1.2 < 1.2-r0
      apk: 1.0-r9 < 1.0-r10
      pep440: 1.0.dev1 < 1.0a1.dev1
      pep440: 1.0a1.dev1 < 1.0a1
      pep440: 1.0a1 < 1.0a1.post1
      pep440: 1.0a1.post1 < 1.0b1
      pep440: 1.0b2 < 1.0b10
      pep440: 1.0b1 < 1.0rc1
      pep440: 1.0c1 = 1.0rc1
      pep440: 1.0rc1 < 1.0
      pep440: 1.0 = 1.0.0 = v1.0
      pep440: 1.0 < 1.0+abc
      pep440: 1.0+abc < 1.0+5
      pep440: 1.0+5 < 1.0+5.1
      pep440: 1.0+local < 1.0.post1.dev1
      pep440: 1.0.post1.dev1 < 1.0.post1
      pep440: 1.0-1 = 1.0.post1
      pep440: 1.0.post1 < 1.0.1
      pep440: 9999.0 < 1!0.1
      pep440: 1.9 < 1.10
      npm: 1.0.0-alpha < 1.0.0-alpha.1
      npm: 1.0.0-alpha.1 < 1.0.0-alpha.beta
      npm: 1.0.0-alpha.beta < 1.0.0-beta
      npm: 1.0.0-beta < 1.0.0-beta.2
      npm: 1.0.0-beta.2 < 1.0.0-beta.11
      npm: 1.0.0-beta.11 < 1.0.0-rc.1
      npm: 1.0.0-rc.1 < 1.0.0
      npm: 1.0.0 = 1.0.0+build5
      npm: 1.9.0 < 1.10.0
      npm: 2.0.0-0 < 2.0.0-a
      maven: 1-alpha < 1-beta
      maven: 1-beta < 1-milestone
      maven: 1-milestone < 1-rc
      maven: 1-rc < 1-snapshot
      maven: 1-SNAPSHOT < 1
      maven: 1 = 1.0.0 = 1-ga = 1.0.RELEASE
      maven: 1 < 1-sp
      maven: 1-sp < 1-abc
      maven: 1-abc < 1-1
      maven: 1-1 < 1.1
      maven: 1-a1 = 1-alpha-1
      maven: 1-cr2 = 1-rc2
      maven: 1.0-b2 < 1.0-b10
      maven: 2.9.10 < 2.9.10.1
      maven: 1.0.0-jre < 1.0.0-jre8
      maven: 30.0-android < 30.0-jre
      rubygems: 1.0.a < 1.0
      rubygems: 1.0.0-beta < 1.0.0
      rubygems: 1.0.0-beta = 1.0.0.pre.beta
      rubygems: 1.0 = 1.0.0
      rubygems: 1.0.alpha < 1.0.beta
      rubygems: 1.0.beta < 1.0.rc
      rubygems: 1.0.b1 < 1.0.b2
      rubygems: 1.0.b9 < 1.0.b10
      rubygems: 1.0.rc1 < 1.0
      rubygems: 3.0.0.rc1 < 3.0.0
      rubygems: 1.0 < 1.0.0.1
      rubygems: 5.2.4.3 < 5.2.4.4
      rubygems: 1.9 < 1.10
      rubygems: 1.0.0.b < 1.0.0.b1
      generic: v1.0.0 = 1
      generic: 1.2 = 1.2.0.0
      generic: 1.2.3-rc1 < 1.2.3
      generic: 1.2.3rc1 < 1.2.3
      generic: 1.2.3-rc.2 < 1.2.3-rc.10
      generic: 1.2.3-rc10 < 1.2.3-rc2
      generic: 1.2.3 < 1.2.3.1
      generic: 4.5.6.7 < 4.5.6.10
      generic: 1.2.3+incompatible = 1.2.3
      generic: 0.0.0-20200101000000-aaaaaaaaaaaa < 0.0.1
      generic: v1.9.1-0.20200102000000-abcdef012345 < v1.9.1
      generic: 1.0-1 < 1.0-a
      generic: 1.0-1 < 1.0
      generic: 9.0.0 < 10.0.0
      apk: 1.0_rc1 < 1.0
      apk: 1.0 < 1.0.1
      apk: 1.0.1 < 1.01
      apk: 1.00 < 1.0
      apk: 6.6.2_p1 < 6.6.2p1
      deb: 1.0-00 = 1.0
      deb: 1:1.0 < 99999999999999999999999:1.0
      rpm: 99999999999999999999 < 100000000000000000000
      rpm: 0:1.2-3 = 1.2-3
      rpm: 1.0^ < 1.0.1
      pep440: 1.0.dev1 < 1.0a1
      pep440: 1.0a.1 = 1.0a1
      pep440: 1.0.post = 1.0.post0
      pep440: 1.0+ubuntu-1 = 1.0+ubuntu.1
      pep440: 1.99999999999999999998 < 1.99999999999999999999
      npm: 1.0.0-9 < 1.0.0-10
      npm: 18446744073709551616.0.0 < 18446744073709551617.0.0
      maven: 1.x < 1-x
      maven: 1-sp < 1-x
      maven: 1.0.0.0.0-x = 1-x
      maven: 20000000000000000000 < 20000000000000000001
      rubygems: 1.0.a.2 = 1.0.a2
      bitnami: 1.2.3 < 1.2.3-1 < 1.2.3-2 < 1.2.3-10 < 1.2.4
      nuget: 1.0-ALPHA < 1.0.0-beta < 1.0.0.0 < 1.0.0.1
      packagist: 1.0-dev < 1.0-alpha < 1.0-beta < 1.0-RC1 < 1.0 < 1.0.1 < 1.0-p1
      cran: 1.0 < 1.0-0 < 1.0-1 < 1.1
      hackage: 1 < 1.0 < 1.0.0 < 1.1
      pub: 1.0.0-a < 1.0.0 < 1.0.0+1 < 1.0.0+a < 1.0.1
      go: 0.0.0-20200101000000-aaaaaaaaaaaa < v0.0.1 < v1.2.3+incompatible = v1.2.3 < v2
      generic: 1.0--1 < 1.0
      generic: 1.2.3~rc1 < 1.2.3
      """;

  static Stream<String> rows() {
    return ROWS.lines();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void comparesAsWritten(String row) throws InvalidVersionException {
    int colon = row.indexOf(": ");
    VersionOrder order = VersionOrders.byId(row.substring(0, colon)).orElseThrow();
    List<String> words = List.of(row.substring(colon + 2).split(" ", -1));
    List<String> got = new ArrayList<>(words);
    for (int i = 0; i + 2 < words.size(); i += 2) {
      got.set(i + 1, Sample.sign(order.compare(words.get(i), words.get(i + 2))));
      assertThat(Sample.sign(-order.compare(words.get(i + 2), words.get(i))))
          .as("the other way round")
          .isEqualTo(got.get(i + 1));
    }
    assertThat(got).isEqualTo(words);
  }
}
