package dev.landwaiter.base.version;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VersionOrdersTest {
  @Test
  void listsEveryOrderOnce() {
    assertThat(VersionOrders.all())
        .extracting(VersionOrder::id)
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrder(
            "deb",
            "rpm",
            "apk",
            "pep440",
            "npm",
            "maven",
            "rubygems",
            "generic",
            "bitnami",
            "nuget",
            "packagist",
            "cran",
            "hackage",
            "pub",
            "go");
    assertThat(VersionOrders.byId("deb")).containsInstanceOf(DebOrder.class);
    assertThat(VersionOrders.byId("dpkg")).isEmpty();
  }

  @Test
  void listsEveryLanguageOnce() {
    assertThat(ConstraintLanguages.all())
        .extracting(Constraints::id)
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrder(
            "npm", "semver", "bitnami", "pep440", "pep440-local", "maven", "rubygems", "generic");
    assertThat(ConstraintLanguages.byId("maven")).containsInstanceOf(MavenConstraints.class);
    assertThat(ConstraintLanguages.byId("cargo")).isEmpty();
  }
}
