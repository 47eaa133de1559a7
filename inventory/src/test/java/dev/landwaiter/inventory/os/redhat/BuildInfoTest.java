package dev.landwaiter.inventory.os.redhat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.finding.BuildInfo;
import dev.landwaiter.inventory.LayerInventory;
import dev.landwaiter.inventory.testing.Trees;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BuildInfoTest {
  private static LayerInventory analyze(Map<String, String> files) {
    return Trees.analyze(List.of(new ContentManifest(), new BuildDockerfile()), Trees.of(files));
  }

  @Test
  void manifestAndDockerfileTogetherDescribeTheBuild() {
    LayerInventory inventory =
        analyze(
            Map.of(
                "root/buildinfo/content_manifests/ubi8-container-8.9-1.json",
                "{\"content_sets\": [\"rhel-8-for-x86_64-baseos-rpms\", \"rhel-8-appstream\"]}",
                "root/buildinfo/Dockerfile-ubi8-8.9-1028",
                """
                FROM sha256:1234
                LABEL maintainer="Red Hat, Inc."
                LABEL com.redhat.component="ubi8-container" \\
                      name="ubi8" \\
                      "architecture"="x86_64"
                RUN true
                """));
    assertThat(inventory.buildInfo())
        .isEqualTo(
            new BuildInfo(
                List.of("rhel-8-for-x86_64-baseos-rpms", "rhel-8-appstream"),
                "ubi8-container-8.9-1028",
                "x86_64"));
  }

  @Test
  void theOlderLabelAndTheFormWithoutEqualsAreRead() {
    LayerInventory inventory =
        analyze(
            Map.of(
                "root/buildinfo/Dockerfile-jenkins-2-plugins-v3.11.98-2",
                "LABEL BZComponent=\"jenkins-container\"\nLABEL architecture x86_64\n"));
    assertThat(inventory.buildInfo())
        .isEqualTo(new BuildInfo(List.of(), "jenkins-container-v3.11.98-2", "x86_64"));
  }

  @Test
  void incompleteFactsAreNone() {
    assertThat(
            analyze(Map.of("root/buildinfo/Dockerfile-a-1-2", "LABEL architecture=x86_64\n"))
                .buildInfo())
        .isEqualTo(BuildInfo.NONE);
    assertThat(
            analyze(
                    Map.of(
                        "root/buildinfo/Dockerfile-a", "LABEL BZComponent=a architecture=x86_64\n"))
                .buildInfo())
        .isEqualTo(BuildInfo.NONE);
  }

  @Test
  void aManifestThatIsNoJsonIsAProblem() {
    assertThat(analyze(Map.of("usr/share/buildinfo/x.json", "{")).problems()).hasSize(1);
  }
}
