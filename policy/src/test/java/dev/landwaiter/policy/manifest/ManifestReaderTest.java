package dev.landwaiter.policy.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ManifestReaderTest {
  private static Manifests read(String text) {
    return ManifestReader.read("a.yaml", text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void listsAreExpandedWithTheirPaths() {
    Manifests read =
        read(
            """
            apiVersion: v1
            kind: List
            items:
              - {apiVersion: v1, kind: Pod, metadata: {name: one}}
              - apiVersion: v1
                kind: PodList
                items:
                  - {apiVersion: v1, kind: Pod, metadata: {name: two}}
            """);
    assertThat(read.objects()).extracting(Manifest::name).containsExactly("one", "two");
    assertThat(read.objects().get(1).at())
        .isEqualTo(
            List.of(new StringValue("items"), Value.of(1), new StringValue("items"), Value.of(0)));
    assertThat(read.objects().get(1).start().line()).isEqualTo(8);
  }

  @Test
  void oneBadDocumentIsOneProblem() {
    Manifests read =
        read(
            """
            apiVersion: v1
            kind: Pod
            ---
            a: [1
            ---
            kind: {{ .Values.kind }}
            --- # c
            apiVersion: v1
            kind: Service
            """);
    assertThat(read.objects()).extracting(Manifest::kind).containsExactly("Pod", "Service");
    assertThat(read.problems()).hasSize(2).allMatch(Manifests.Unread::lost);
    assertThat(read.problems().get(1).problem().toString())
        .startsWith("a.yaml:6:8: a template that is not rendered");
    assertThat(read.templates()).isEqualTo(1);
  }

  @Test
  void placesAreThoseOfTheFile() {
    Manifest pod =
        read("# first\r\n---\r\napiVersion: v1\r\nkind: Pod\r\nspec:\r\n  hostPID: true\r\n")
            .objects()
            .getFirst();
    var spot = pod.find(List.of(new StringValue("spec"), new StringValue("hostPID")));
    assertThat(spot.span().start().line()).isEqualTo(6);
    assertThat(spot.span().start().column()).isEqualTo(12);
    assertThat(spot.depth()).isEqualTo(2);
  }

  @Test
  void jsonTextsThatFollowEachOtherAreAllRead() {
    Manifests read =
        read(
            """
            {"apiVersion":"v1","kind":"Pod","kind":"Pod"}
            [{"apiVersion":"v1","kind":"Service"}]
            {"no": "object"}
            """);
    assertThat(read.objects()).extracting(Manifest::kind).containsExactly("Pod", "Service");
    assertThat(read.problems()).hasSize(1).noneMatch(Manifests.Unread::lost);
    assertThat(read.objects().get(1).start().line()).isEqualTo(2);
    assertThat(read.others()).isEqualTo(1);
  }

  @Test
  void aKeyThatStandsTwiceIsToldAndTheLastWins() {
    Manifests read = read("apiVersion: v1\nkind: Service\nkind: Pod\n");
    assertThat(read.objects()).extracting(Manifest::kind).containsExactly("Pod");
    assertThat(read.problems()).hasSize(1).noneMatch(Manifests.Unread::lost);
  }

  @Test
  void bytesThatAreNoTextAreAProblem() {
    Manifests read = ManifestReader.read("a.yaml", new byte[] {(byte) 0xff, 'x'});
    assertThat(read.objects()).isEmpty();
    assertThat(read.problems()).hasSize(1);
    assertThat(read.problems().getFirst().lost()).isTrue();
  }
}
