package dev.landwaiter.policy.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KubernetesKindsTest {
  @Test
  void sixVersionsAreKnown() {
    assertThat(KubernetesKinds.versions()).hasSize(6).isSorted();
    assertThat(KubernetesKinds.newest().version()).isEqualTo(KubernetesKinds.versions().getLast());
  }

  @Test
  void versionsDiffer() {
    var first = KubernetesKinds.nearest(new KubernetesVersion(1, 32));
    var last = KubernetesKinds.newest();
    assertThat(first.find("admissionregistration.k8s.io/v1", "MutatingAdmissionPolicy")).isEmpty();
    assertThat(last.find("admissionregistration.k8s.io/v1", "MutatingAdmissionPolicy")).isPresent();
    assertThat(last.find("extensions/v1beta1", "Deployment")).isEmpty();
    assertThat(last.apiVersions("Deployment")).containsExactly("apps/v1");
    assertThat(last.apiVersions("Event")).containsExactly("events.k8s.io/v1", "v1");
  }

  @Test
  void everyTypeOfEveryVersionCanBeRead() {
    for (KubernetesVersion version : KubernetesKinds.versions()) {
      assertThat(KubernetesKinds.nearest(version).readAll())
          .as(version.toString())
          .isGreaterThan(500);
    }
  }

  @ParameterizedTest
  @CsvSource({"1.20, 1.32", "1.34, 1.34", "2.0, 1.37", "1.99, 1.37"})
  void anUnknownVersionIsTakenForTheNearest(String asked, String known) {
    var version = KubernetesVersion.parse(asked).orElseThrow();
    assertThat(KubernetesKinds.nearest(version).version().toString()).isEqualTo(known);
  }

  @ParameterizedTest
  @CsvSource({
    "1.31.2, 1.31",
    "v1.31, 1.31",
    "1.7, 1.7",
    "master, ''",
    "1, ''",
    "1.2.3.4, ''",
    "1.x, ''",
    "1.99999, ''",
    "'', ''",
    "1.-2, ''"
  })
  void versionsAreRead(String text, String expected) {
    assertThat(KubernetesVersion.parse(text).map(KubernetesVersion::toString).orElse(""))
        .isEqualTo(expected);
  }
}
