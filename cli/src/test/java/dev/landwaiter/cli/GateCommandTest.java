package dev.landwaiter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.testing.Shared;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `gate test`, our own words for what `gator test` does.
class GateCommandTest {
  private static final String TEMPLATE =
      """
      apiVersion: templates.gatekeeper.sh/v1
      kind: ConstraintTemplate
      metadata:
        name: latest
      spec:
        crd:
          spec:
            names:
              kind: Latest
        targets:
        - target: admission.k8s.gatekeeper.sh
          rego: |
            package latest

            violation[{"msg": msg}] {
              c := input.review.object.spec.containers[_]
              endswith(c.image, ":latest")
              msg := sprintf("%v is not pinned", [c.name])
            }
      """;

  private static final String CONSTRAINT =
      """
      apiVersion: constraints.gatekeeper.sh/v1beta1
      kind: Latest
      metadata:
        name: pinned
      spec:
        enforcementAction: deny
        match:
          kinds:
          - apiGroups: [""]
            kinds: [Pod]
      """;

  private static final String GOOD = pod("good", "web:1");
  private static final String BAD = pod("bad", "web:latest");

  @TempDir private Path folder;

  private static String pod(String name, String image) {
    return """
    apiVersion: v1
    kind: Pod
    metadata:
      name: %s
    spec:
      containers:
      - name: web
        image: %s
    """
        .formatted(name, image);
  }

  @BeforeEach
  void policy() throws Exception {
    write("policy/template.yaml", TEMPLATE);
    write("policy/constraint.yaml", CONSTRAINT);
  }

  private void write(String name, String text) throws Exception {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Ran gate(String... words) {
    List<String> all = new ArrayList<>(List.of("gate", "test", "-f", "policy"));
    all.addAll(List.of(words));
    return Ran.in(folder, Map.of(), all);
  }

  @Test
  void whatIsDeniedIsShownWithItsPlace() throws Exception {
    write("k8s/pods.yaml", GOOD + "---\n" + BAD);
    Ran ran = gate("-f", "k8s");
    assertThat(ran.stdout())
        .isEqualTo("k8s/pods.yaml:17:12: deny: web is not pinned [Latest/pinned] (v1/Pod bad)\n");
    assertThat(ran.exit()).isEqualTo(1);
    write("k8s/pods.yaml", GOOD);
    assertThat(gate("k8s/pods.yaml").stdout()).isEmpty();
    assertThat(gate("k8s/pods.yaml").exit()).isZero();
  }

  @Test
  void listsAreUnfolded() throws Exception {
    String items = BAD.indent(2).replaceFirst("  apiVersion", "- apiVersion");
    write("list.yaml", "apiVersion: v1\nkind: List\nitems:\n" + items);
    Ran ran = gate("list.yaml");
    assertThat(ran.stdout()).startsWith("list.yaml:11:14: deny: web is not pinned");
    assertThat(ran.exit()).isEqualTo(1);
  }

  @Test
  void oneUnreadableDocumentIsAnErrorBesideTheResults() throws Exception {
    write("k8s/a.yaml", "a: [\n---\n" + BAD);
    write("k8s/chart.yaml", "kind: Pod\nmetadata:\n  name: {{ .Values.name }}\n");
    Ran ran = gate("k8s");
    assertThat(ran.stdout()).contains("k8s/a.yaml:10:12: deny");
    assertThat(ran.stderr())
        .contains("k8s/a.yaml:")
        .contains("k8s/chart.yaml:3:")
        .contains("a template that is not rendered, as Helm's charts have them");
    assertThat(ran.exit()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({"warn, 0", "dryrun, 0", "deny, 1", "Deny, 1", "'\"\"', 1"})
  void actionsDecide(String action, int exit) throws Exception {
    write("policy/constraint.yaml", CONSTRAINT.replace("n: deny", "n: " + action));
    write("bad.yaml", BAD);
    Ran ran = gate("bad.yaml");
    assertThat(ran.exit()).isEqualTo(exit);
    assertThat(ran.stderr().contains("does not know")).isEqualTo(!action.matches("[a-z]+"));
    assertThat(gate("--deny-only", "bad.yaml").stdout().isEmpty()).isEqualTo(exit == 0);
  }

  @Test
  void aRunThatJudgesNothingSaysSo() throws Exception {
    write("service.yaml", "apiVersion: v1\nkind: Service\nmetadata: {name: s}\n");
    Ran ran = gate("service.yaml");
    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.stderr()).contains("no constraint applies to any of the 1 objects");
    assertThat(gate("--fail-on-nothing=false", "service.yaml").exit()).isZero();
    assertThat(gate("--explain", "service.yaml").stderr())
        .contains("service.yaml: Latest/pinned does not apply to Service s: match.kinds");
    assertThat(gate().stderr()).contains("there is no object among the files");
    Files.delete(folder.resolve("policy/constraint.yaml"));
    assertThat(gate("service.yaml").stderr()).contains("there is no constraint among the files");
  }

  @Test
  void aTemplateThatIsRefusedIsShownAtItsLine() throws Exception {
    write("policy/template.yaml", TEMPLATE.replace("[c.name]", "[nobody]"));
    write("bad.yaml", BAD);
    Ran ran = gate("bad.yaml");
    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.stderr())
        .contains(
            "policy/template.yaml:18:1: adding template \"latest\": unable to compile modules");
  }

  @Test
  void jsonNamesWhatDecides() throws Exception {
    write("bad.yaml", BAD);
    Value json = Json.parse("", gate("-o", "json", "bad.yaml").stdout());
    Value result = json.get("results").orElseThrow().elements().getFirst();
    assertThat(result.text("file")).isEqualTo("bad.yaml");
    assertThat(result.get("line")).contains(Value.of(8));
    assertThat(result.text("template")).isEqualTo("Latest");
    assertThat(result.text("constraint")).isEqualTo("pinned");
    assertThat(result.get("path").orElseThrow().elements())
        .containsExactly(Value.of("spec"), Value.of("containers"), Value.of(0), Value.of("image"));
    assertThat(json.get("judgements")).contains(Value.of(1));
  }

  @Test
  void manyObjectsAreJudgedInTheirOrder() throws Exception {
    for (int i = 100; i < 200; i++) {
      write("k8s/p" + i + ".yaml", pod("p" + i, "web:latest"));
    }
    List<String> files =
        gate("k8s").stdout().lines().map(line -> line.substring(0, line.indexOf(':'))).toList();
    assertThat(files).hasSize(100).isSorted();
  }

  @Test
  void theEverydayAllowListIsRefusedWithThreeSpellings() {
    String shared = Shared.path("everyday").toString();
    Ran ran =
        Ran.in(
            folder,
            Map.of(),
            List.of(
                "gate",
                "test",
                "-f",
                shared + "/gatekeeper/template.yaml",
                "-f",
                shared + "/gatekeeper/constraint.yaml",
                "-f",
                shared + "/pod.yaml"));
    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.stderr())
        .contains("template.yaml:25:1: adding template \"k8sallowedrepos\"")
        .contains("template:5: rego_unsafe_var_error: var _ is unsafe")
        .contains("1. not strings.any_prefix_match(container.image, input.parameters.repos)")
        .contains("2. a function of your own:")
        .contains("3. behind `import future.keywords.not`");
  }

  @Test
  void theEverydayRunsOfGatorAgree() throws Exception {
    Path everyday = Shared.path("everyday");
    int runs = 0;
    for (Value run :
        Json.parse("", Files.readAllBytes(everyday.resolve("expected.json"))).elements()) {
      List<String> words =
          run.get("args").orElseThrow().elements().stream().map(Value::asText).toList();
      if (words.getFirst().equals("gator")) {
        runs++;
        Ran ran = Ran.in(everyday, Map.of(), words);
        assertThat(ran.stdout()).isEqualTo(run.text("stdout"));
        assertThat(Value.of(ran.exit())).isEqualTo(run.get("exit").orElseThrow());
        assertThat(ran.stderr()).startsWith(run.text("stderr").strip());
      }
    }
    assertThat(runs).isPositive();
  }

  @Test
  void theExampleOfTheDocumentsDoesWhatItSays() throws Exception {
    Path root = Path.of(System.getProperty("landwaiter.root", "."));
    String example = root.resolve("docs/examples/gatekeeper").toAbsolutePath().toString();
    write(
        "pod.yaml",
        pod("p", "registry.example.test/web:1")
            .replace(
                "spec:",
                "spec:\n  initContainers: [{name: i, image: registry.example.test.evil/x}]"));
    Ran ran = Ran.in(folder, Map.of(), List.of("gate", "test", "-f", example, "-f", "pod.yaml"));
    assertThat(ran.stdout())
        .startsWith("pod.yaml:6:37: deny: initContainers i: the image registry.example.test.evil/x")
        .hasLineCount(1);
    assertThat(ran.stderr()).isEmpty();
    assertThat(ran.exit()).isEqualTo(1);
  }

  @Test
  void listsThatCanBeGotAroundAreTold() throws Exception {
    write(
        "policy/template.yaml",
        Files.readString(Shared.path("everyday/gatekeeper/template-corrected.yaml")));
    write(
        "policy/constraint.yaml",
        Files.readString(Shared.path("everyday/gatekeeper/constraint.yaml"))
            .replaceAll("(?m)^( *- ).*/.*$", "$1registry"));
    write("pod.yaml", GOOD);
    assertThat(gate("pod.yaml").stderr())
        .contains("and not at initContainers and ephemeralContainers")
        .contains("also admits registry-not-really/image; end it with a slash");
  }

  @Test
  void sarifHasARuleForEachConstraint() throws Exception {
    write("bad.yaml", BAD);
    Value run =
        Json.parse("", gate("-o", "sarif", "bad.yaml").stdout())
            .get("runs")
            .orElseThrow()
            .elements()
            .getFirst();
    Value result = run.get("results").orElseThrow().elements().getFirst();
    assertThat(result.text("ruleId")).isEqualTo("Latest/pinned");
    assertThat(result.text("level")).isEqualTo("error");
    assertThat(gate("-o", "table", "bad.yaml").exit()).isEqualTo(64);
  }

  @Test
  void objectsWithoutANamespaceMayBePutIntoOne() throws Exception {
    write(
        "policy/constraint.yaml",
        CONSTRAINT.replaceFirst(
            "    kinds:", "    namespaces: [shop]\n    scope: Namespaced\n    kinds:"));
    write("bad.yaml", BAD);
    write(
        "role.yaml",
        "apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: r}\n");
    assertThat(gate("bad.yaml").exit()).isEqualTo(2);
    Ran ran = gate("--namespace", "shop", "bad.yaml", "role.yaml");
    assertThat(ran.stdout())
        .isEqualTo("bad.yaml:8:12: deny: web is not pinned [Latest/pinned] (v1/Pod shop/bad)\n");
    assertThat(ran.exit()).isEqualTo(1);
    assertThat(gate("--namespace", "other", "bad.yaml").exit()).isEqualTo(2);
  }

  @Test
  void artifactsOfRegistriesAreRead() throws Exception {
    write("bad.yaml", BAD);
    Path blobs = Files.createDirectories(folder.resolve("thing/blobs/sha256"));
    String manifest =
        """
        {"schemaVersion":2,"mediaType":"application/vnd.oci.image.manifest.v1+json",
        "artifactType":"application/vnd.example.thing",
        "config":%s,"layers":[%s,%s,%s]}\
        """
            .formatted(
                blob(blobs, "{}", "config"),
                blob(blobs, TEMPLATE, "latest/template.yaml"),
                blob(blobs, CONSTRAINT, "latest/constraint.yaml"),
                blob(blobs, "no manifest", "README.md"));
    Files.writeString(folder.resolve("thing/oci-layout"), "{\"imageLayoutVersion\":\"1.0.0\"}");
    Files.writeString(
        folder.resolve("thing/index.json"),
        "{\"schemaVersion\":2,\"manifests\":[" + blob(blobs, manifest, "v1") + "]}");
    try (var registry = dev.landwaiter.testing.MemoryRegistry.start()) {
      String name = registry.host() + "/team/policies:v1";
      Ran copied =
          Ran.in(
              folder,
              Map.of("HOME", folder.toString()),
              List.of("registry", "copy", "oci:thing", registry.host() + "/team/policies"));
      assertThat(copied.exit()).as(copied.stderr()).isZero();
      for (List<String> words :
          List.of(
              List.of("gate", "test", "-i", name, "bad.yaml"),
              List.of("gator", "test", "-i", name, "-f", "bad.yaml"))) {
        Ran ran = Ran.in(folder, Map.of("HOME", folder.toString()), words);
        assertThat(ran.stdout()).as(ran.stderr()).contains("web is not pinned");
        assertThat(ran.exit()).isEqualTo(1);
      }
      Ran missing =
          Ran.in(
              folder,
              Map.of("HOME", folder.toString()),
              List.of("gate", "test", "-i", registry.host() + "/team/none:v1", "bad.yaml"));
      assertThat(missing.exit()).isEqualTo(2);
      assertThat(missing.stderr()).contains(registry.host() + "/team/none:v1: ");
    }
  }

  private static String blob(Path blobs, String content, String title) throws Exception {
    byte[] bytes = content.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    var digest = dev.landwaiter.base.digest.Digest.sha256(bytes);
    Files.write(blobs.resolve(digest.encoded()), bytes);
    String type = title.equals("v1") ? "application/vnd.oci.image.manifest.v1+json" : "text/plain";
    String annotation = title.equals("v1") ? "ref.name" : "title";
    return "{\"mediaType\":\"%s\",\"digest\":\"%s\",\"size\":%d,\"annotations\":{\"org.opencontainers.image.%s\":\"%s\"}}"
        .formatted(type, digest, bytes.length, annotation, title);
  }
}
