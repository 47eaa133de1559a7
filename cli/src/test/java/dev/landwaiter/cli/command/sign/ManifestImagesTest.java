package dev.landwaiter.cli.command.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestImagesTest {
  @Test
  void containersOfEveryKindVolumesAndListsCount() throws Exception {
    String text =
        """
        apiVersion: v1
        kind: List
        items:
        - apiVersion: v1
          kind: Pod
          metadata: {name: a}
          spec:
            initContainers: [{name: i, image: "a:1"}]
            containers: [{name: c, image: "b:1"}]
            ephemeralContainers: [{name: e, image: "c:1"}]
            volumes: [{name: v, image: {reference: "d:1"}}]
        ---
        apiVersion: batch/v1
        kind: CronJob
        metadata: {name: x}
        spec:
          jobTemplate:
            spec:
              template:
                spec:
                  containers: [{name: c, image: "e:1"}]
        """;
    assertThat(ManifestImages.of("m.yaml", Bytes.utf8(text)))
        .containsExactlyInAnyOrder("a:1", "b:1", "c:1", "d:1", "e:1");
  }

  @Test
  void jsonIsReadToo() throws Exception {
    String text =
        """
        {"apiVersion":"v1","kind":"Pod","spec":{"containers":[{"name":"a","image":"a:1"}]}}
        """;
    assertThat(ManifestImages.of("m.json", Bytes.utf8(text))).containsExactly("a:1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a: [1", "a: b\n---\n: : :\n  - x\n ]"})
  void aFileThatCannotBeReadWholeIsRefused(String text) {
    assertThatThrownBy(() -> ManifestImages.of("m.yaml", Bytes.utf8(text)))
        .isInstanceOf(RefusedException.class);
  }
}
