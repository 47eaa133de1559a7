package dev.landwaiter.policy.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.format.Yaml;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.schema.KubernetesKinds;
import dev.landwaiter.policy.schema.StructureType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImagesTest {
  private static Value object(String text) throws Exception {
    return Yaml.parse("object", text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void everyPlaceOfAnImageIsFound() throws Exception {
    List<ImageUse> images =
        Images.of(
            object(
                """
                apiVersion: v1
                kind: Pod
                spec:
                  initContainers: [{name: i, image: a/i}]
                  containers: [{name: c, image: 'a/c:1', imagePullPolicy: Never}, {name: none}]
                  ephemeralContainers: [{name: e, image: a/e}]
                  volumes:
                    - {name: oci, image: {reference: 'a/v@sha256:00'}}
                    - {name: block, rbd: {image: no-image}}
                status:
                  containerStatuses: [{image: seen}]
                """));
    assertThat(images)
        .extracting(each -> each.kind() + " " + each.reference() + " " + PathText.of(each.path()))
        .containsExactly(
            "INITIAL_CONTAINER a/i spec.initContainers[0].image",
            "CONTAINER a/c:1 spec.containers[0].image",
            "EPHEMERAL_CONTAINER a/e spec.ephemeralContainers[0].image",
            "VOLUME a/v@sha256:00 spec.volumes[0].image.reference");
    assertThat(images.get(1).effectivePullPolicy()).isEqualTo("Never");
    assertThat(
            Images.of(
                object(
                    "apiVersion: monitoring.coreos.com/v1\nkind: Prometheus\nspec: {image: p}\n")))
        .extracting(ImageUse::reference)
        .containsExactly("p");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          a/b, latest, , Always
          a/b:latest, latest, , Always
          a/b:1, 1, , IfNotPresent
          localhost:5000/a, latest, , Always
          localhost:5000/a:2, 2, , IfNotPresent
          a/b:latest@sha256:00, , sha256:00, IfNotPresent
          """)
  void tagsAndDigests(String reference, String tag, String digest, String policy) {
    var use = new ImageUse(reference, "x", ImageUse.Kind.CONTAINER, List.of(), "");
    assertThat(use.tag()).isEqualTo(Optional.ofNullable(tag));
    assertThat(use.digest()).isEqualTo(Optional.ofNullable(digest));
    assertThat(use.effectivePullPolicy()).isEqualTo(policy);
  }

  @Test
  void settingsOfTheContainerWinOverThoseOfThePod() throws Exception {
    Value object =
        object(
            """
            apiVersion: v1
            kind: Pod
            spec:
              securityContext:
                {runAsUser: 5, runAsGroup: 6, runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}
              containers:
                - name: a
                  securityContext:
                    runAsUser: 7
                    runAsNonRoot: false
                    allowPrivilegeEscalation: false
                    capabilities: {add: [cap_sys_admin], drop: [all]}
                - {name: b, securityContext: {allowPrivilegeEscalation: false, runAsUser: text}}
            """);
    Pod pod = Pods.of(object).getFirst();
    Value annotations =
        object("container.apparmor.security.beta.kubernetes.io/b: runtime/default\n");
    SecuritySettings a = SecuritySettings.of(pod, pod.containers().get(0), annotations);
    SecuritySettings b = SecuritySettings.of(pod, pod.containers().get(1), annotations);
    assertThat(a.runAsUser()).hasValue(7);
    assertThat(a.runAsGroup()).hasValue(6);
    assertThat(a.runAsNonRoot()).isFalse();
    assertThat(a.seccomp()).isEqualTo("RuntimeDefault");
    assertThat(a.allowPrivilegeEscalation()).isTrue();
    assertThat(a.adds("SYS_ADMIN")).isTrue();
    assertThat(a.dropped()).containsExactly("ALL");
    assertThat(a.appArmor()).isEmpty();
    assertThat(b.runAsUser()).hasValue(5);
    assertThat(b.runAsNonRoot()).isTrue();
    assertThat(b.allowPrivilegeEscalation()).isFalse();
    assertThat(b.appArmor()).isEqualTo("runtime/default");
    assertThat(b.procMount()).isEqualTo("Default");
  }

  @Test
  void fieldsOfCustomKindsAreGuessedOnRequest() throws Exception {
    assertThat(
            Images.guesses(
                object(
                    """
                    apiVersion: example.org/v1
                    kind: Thing
                    spec:
                      baseImage: registry.example:5000/a/b:1
                      images: [a/b, 'not an image']
                      image: {registry: x}
                      pods: [{containers: [{name: c, image: known}]}]
                    status: {image: seen}
                    """)))
        .extracting(each -> PathText.of(each.path()))
        .containsExactly("spec.baseImage", "spec.images[0]");
  }

  /// When Kubernetes gains a place for an image in its pods, somebody must think about it.
  @Test
  void podsHaveNoOtherPlacesOfImages() {
    Set<String> places = new TreeSet<>();
    StructureType pod = KubernetesKinds.newest().find("v1", "Pod").orElseThrow();
    collect(pod, "", places);
    assertThat(places)
        .containsExactly(
            "spec.containers[].image",
            "spec.ephemeralContainers[].image",
            "spec.initContainers[].image",
            "spec.volumes[].image.reference",
            // A block device.
            "spec.volumes[].rbd.image");
  }

  private static void collect(StructureType type, String path, Set<String> places) {
    if (path.length() > 200 || path.startsWith("status")) {
      return;
    }
    switch (type) {
      case StructureType.Scalar scalar -> {
        if (path.endsWith(".image") || path.endsWith(".reference")) {
          places.add(path);
        }
      }
      case StructureType.ListOf list -> collect(list.element(), path + "[]", places);
      case StructureType.MapOf map -> collect(map.element(), path + ".*", places);
      case StructureType.Named named -> collect(named.target().get(), path, places);
      case StructureType.Fields fields ->
          fields
              .members()
              .forEach((name, member) ->
                  collect(member, path.isEmpty() ? name : path + "." + name, places));
    }
  }
}
