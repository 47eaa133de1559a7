package dev.landwaiter.policy.gatekeeper.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.gatekeeper.Manifest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestReaderTest {
  private static ManifestReader.Content read(String text) {
    return ManifestReader.read("f.yaml", text.getBytes(StandardCharsets.UTF_8), false);
  }

  private static List<String> names(ManifestReader.Content content) {
    return content.manifests().stream().map(each -> each.resource().name()).toList();
  }

  private static int line(Manifest manifest, String... path) {
    List<Value> steps = java.util.Arrays.stream(path).map(Value::of).toList();
    return manifest.document().locator().get().find(steps).span().start().line();
  }

  private static String pod(String name) {
    return "apiVersion: v1\nkind: Pod\nmetadata:\n  name: " + name + "\n";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "---\n",
        "--- \n",
        "--- # next\n",
        "---\r\n",
        "---\n---\n",
        "---\n# nothing\n---\n"
      })
  void documentsAreParted(String separator) {
    ManifestReader.Content content = read(pod("a") + separator + pod("b"));
    assertThat(content.problems()).isEmpty();
    assertThat(names(content)).containsExactly("a", "b");
  }

  @Test
  void placesAreThoseOfTheFile() {
    List<Manifest> manifests = read(pod("a") + "---\n" + pod("b")).manifests();
    assertThat(line(manifests.get(0), "metadata", "name")).isEqualTo(4);
    assertThat(line(manifests.get(1), "metadata", "name")).isEqualTo(9);
  }

  @Test
  void oneDocumentThatCannotBeReadDoesNotEndTheOthers() {
    ManifestReader.Content content = read(pod("a") + "---\na: [\n---\n" + pod("b"));
    assertThat(names(content)).containsExactly("a", "b");
    assertThat(content.problems()).hasSize(1);
    assertThat(content.problems().getFirst().position().orElseThrow().line()).isBetween(6, 7);
  }

  @Test
  void templatesOfHelmAreNamed() {
    ManifestReader.Content content = read("kind: Pod\nmetadata:\n  name: {{ .Release.Name }}\n");
    assertThat(content.manifests()).isEmpty();
    assertThat(content.problems().getFirst().message()).contains("not rendered").contains("Helm");
  }

  @Test
  void whatIsNoObjectIsAProblem() {
    assertThat(read("- a\n").problems()).hasSize(1);
    assertThat(read("# nothing\n").problems()).isEmpty();
    assertThat(read("null\n").manifests()).isEmpty();
    assertThat(read("{}").manifests()).isEmpty();
  }

  @Test
  void jsonMayBeIndentedWithTabs() {
    ManifestReader.Content content =
        read("{\n\t\"kind\": \"Pod\",\n\t\"metadata\": {\"name\": \"j\"}\n}");
    assertThat(names(content)).containsExactly("j");
    assertThat(line(content.manifests().getFirst(), "metadata", "name")).isEqualTo(3);
  }

  @Test
  void listsAreUnfoldedWithPlaces() {
    String list =
        """
        apiVersion: v1
        kind: List
        items:
        - kind: Pod
          metadata:
            name: a
        - kind: PodList
          items:
          - kind: Pod
            metadata: {name: b}
        """;
    List<Manifest> unfolded = ManifestReader.unfolded(read(list).manifests().getFirst());
    assertThat(unfolded).extracting(each -> each.resource().name()).containsExactly("a", "b");
    assertThat(line(unfolded.get(0), "metadata", "name")).isEqualTo(6);
    assertThat(line(unfolded.get(1), "metadata", "name")).isEqualTo(10);
  }

  @Test
  void numbersAreDoublesWhereAskedFor() {
    byte[] text = "kind: A\ni: 12345678901234567890\n".getBytes(StandardCharsets.UTF_8);
    assertThat(
            ManifestReader.read("f", text, true)
                .manifests()
                .getFirst()
                .document()
                .content()
                .get("i")
                .orElseThrow())
        .hasToString("12345678901234567000");
    assertThat(
            ManifestReader.read("f", text, false)
                .manifests()
                .getFirst()
                .document()
                .content()
                .get("i")
                .orElseThrow())
        .hasToString("12345678901234567890");
  }
}
