package dev.landwaiter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What our own commands do beyond gator's, and the answers to lines that cannot be.
class GateMoreCommandsTest {
  private static final String SUITE = "kind: Suite\napiVersion: test.gatekeeper.sh/v1alpha1\n";
  private static final String CASE =
      SUITE
          + "tests: [{name: t, template: t.yaml, constraint: c.yaml, cases: [{name: c, object:"
          + " o.yaml, assertions: [{violations: %s}]}]}]\n";

  @TempDir Path folder;

  private void write(String name, String text) throws IOException {
    var _ = Files.createDirectories(folder.resolve(name).getParent());
    var _ = Files.writeString(folder.resolve(name), text);
  }

  @BeforeEach
  void files() throws IOException {
    write(
        "t.yaml",
        """
        apiVersion: templates.gatekeeper.sh/v1
        kind: ConstraintTemplate
        metadata: {name: owned}
        spec:
          crd: {spec: {names: {kind: Owned}}}
          targets:
          - target: admission.k8s.gatekeeper.sh
            rego: |
              package owned

              violation[{"msg": "no owner"}] { not input.review.object.metadata.labels.owner }
        """);
    write(
        "c.yaml",
        "{apiVersion: constraints.gatekeeper.sh/v1beta1, kind: Owned, metadata: {name: c}}\n");
    write("o.yaml", "{apiVersion: v1, kind: Pod, metadata: {name: p}}\n");
    write("good.yaml", CASE.formatted("yes"));
    write("bad.yaml", CASE.formatted("no"));
    write("empty.yaml", SUITE);
    write("broken.yaml", "a: [");
    write(
        "e.yaml",
        "{apiVersion: expansion.gatekeeper.sh/v1beta1, kind: ExpansionTemplate, metadata: {name:"
            + " e}, spec: {applyTo: [{groups: [apps], versions: [v1], kinds: [Deployment]}],"
            + " templateSource: spec.template, generatedGVK: {version: v1, kind: Pod}}}\n");
    write(
        "d.yaml",
        "{apiVersion: v1, kind: List, items: [{apiVersion: apps/v1, kind: Deployment, metadata:"
            + " {name: d, namespace: ns}, spec: {template: {}}}]}\n");
    write(
        "m.yaml",
        "{apiVersion: mutations.gatekeeper.sh/v1, kind: Assign, metadata: {name: m}, spec:"
            + " {location: spec..x}}\n");
  }

  private Ran run(String words) {
    return Ran.in(folder, Map.of("LANDWAITER_TERMINAL", "0"), List.of(words.split(" ")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gate verify good.yaml | 0 | PASS | ",
        "gate verify good.yaml bad.yaml | 1 | FAIL | tests failed",
        "gate verify --run nope good.yaml | 2 | PASS | nothing was tested: no case was run",
        "gate verify empty.yaml | 2 | PASS | no case was run",
        "gate verify c.yaml | 2 | PASS | there is no suite",
        "gate verify --fail-on-nothing=false c.yaml | 0 | PASS | there is no suite",
        "gate verify broken.yaml good.yaml | 2 | ok\tgood.yaml | broken.yaml:1:",
        "gate verify | 64 | | name a suite",
        "gate verify --run ( good.yaml | 64 | | --run: the filter is no regular expression",
        "gator verify c.yaml | 0 | PASS | there is no suite",
        "gator verify broken.yaml | 1 | | broken.yaml:1:",
        "gator verify good.yaml bad.yaml | 1 | | one suite is expected",
        "gator policy list | 1 | | the command policy is not built yet",
        "gate expand e.yaml d.yaml | 0 | name: d-pod | ",
        "gate expand -n e.yaml -f json d.yaml | 0 | \"name\": \"d-pod\" | ",
        "gate expand d.yaml | 0 | | no object makes another one",
        "gate expand e.yaml d.yaml m.yaml | 2 | name: d-pod | m.yaml:1:1: Assign m: the location",
        "gator expand -n e.yaml -n d.yaml -n m.yaml | 1 | | m.yaml:1:1: Assign m: the location",
        "gate expand e.yaml -f xml | 64 | | there is no format xml",
        "gate expand no.yaml | 2 | | no.yaml",
        "gate sync test -f t.yaml | 0 | | ",
        "gate sync test t.yaml | 2 | | no GVKManifest",
        "gate bench | 64 | | there is no input",
        "gate bench --engine x t.yaml | 64 | | there is no engine x",
        "gate bench --engine cel -n 1 --warmup 0 t.yaml c.yaml o.yaml | 2 | | the engine cel can"
            + " take no ConstraintTemplate",
        "gate bench -n 1 --warmup 0 t.yaml c.yaml o.yaml | 0 | Violations Found:  1 | the engine"
            + " cel can take no ConstraintTemplate",
        "gate bench -n -5 t.yaml c.yaml o.yaml | 64 | | not positive",
        "gate bench --engine rego -n 2000000000 t.yaml c.yaml o.yaml | 2 | | 20,000,000 reviews",
        "gate bench -o xml t.yaml | 64 | | there is no output xml",
        "gate bench -n 1 --compare no.json --engine rego t.yaml c.yaml o.yaml | 2 | | no.json"
            + " cannot be read",
      })
  void linesAreAnswered(String words, int exit, String stdout, String stderr) {
    Ran ran = run(words);
    assertThat(ran.exit()).as("%s", ran).isEqualTo(exit);
    if (stdout == null) {
      assertThat(ran.stdout()).isEmpty();
    } else {
      assertThat(ran.stdout()).contains(stdout);
    }
    if (stderr == null) {
      assertThat(ran.stderr()).isEmpty();
    } else {
      assertThat(ran.stderr()).contains(stderr);
    }
  }

  @Test
  void aBaselineIsSavedAndComparedWith() throws IOException {
    String measured = "gate bench -n 5 --warmup 0 --engine rego --memory t.yaml c.yaml o.yaml";
    assertThat(run(measured + " --save base.json").exit()).isZero();
    Path file = folder.resolve("base.json");
    assertThat(Files.readString(file)).contains("\"engine\": \"rego\"", "\"memoryStats\"");
    Ran calm = run(measured + " --compare base.json --min-threshold 1h");
    assertThat(calm.exit()).isZero();
    assertThat(calm.stdout()).contains("=== Baseline Comparison: REGO Engine ===");
    String slow =
        Files.readString(file).replaceAll("\"(mean|p50)\": \"[^\"]*\"", "\"$1\": \"1ns\"");
    var _ = Files.writeString(file, slow);
    Ran worse = run(measured + " --compare base.json");
    assertThat(worse.exit()).isEqualTo(1);
    assertThat(worse.stderr()).contains("slower: rego mean");
  }

  @Test
  void whatIsMadeGoesToAFile() throws IOException {
    Ran ran = run("gator expand -n e.yaml -n d.yaml -o out.yaml");
    assertThat(ran.exit()).isZero();
    assertThat(ran.stdout()).isEqualTo("Writing output to file: out.yaml\n");
    assertThat(folder.resolve("out.yaml")).isEmptyFile();
    assertThat(run("gate expand e.yaml d.yaml -o out.yaml").exit()).isZero();
    assertThat(Files.readString(folder.resolve("out.yaml")))
        .startsWith("apiVersion: v1\nkind: Pod");
  }

  @Test
  void mutatorsAndTemplatesTakeRecordedAnswers() throws IOException {
    write("answers.yaml", "p: {values: {d-pod: told}}\n");
    write(
        "x.yaml",
        "{apiVersion: mutations.gatekeeper.sh/v1, kind: Assign, metadata: {name: x}, spec:"
            + " {applyTo: [{groups: [''], versions: [v1], kinds: [Pod]}], location: spec.a,"
            + " parameters: {assign: {externalData: {provider: p}}}}}\n");
    write(
        "n.yaml",
        "{apiVersion: mutations.gatekeeper.sh/v1, kind: Assign, metadata: {name: n}, spec:"
            + " {applyTo: [{groups: [''], versions: [v1], kinds: [Pod]}], location: spec.a,"
            + " parameters: {assign: {fromMetadata: {field: name}}, pathTests: [{subPath: spec.a,"
            + " condition: MustNotExist}]}}}\n");
    Ran without = run("gate expand e.yaml d.yaml n.yaml x.yaml");
    assertThat(without.exit()).isEqualTo(2);
    assertThat(without.stderr()).contains("provider p");
    Ran with = run("gate expand e.yaml d.yaml n.yaml x.yaml --external-data answers.yaml");
    assertThat(with.exit()).as("%s", with).isZero();
    assertThat(with.stdout()).contains("a: told");
    write(
        "t.yaml",
        Files.readString(folder.resolve("t.yaml"))
            .replace(
                "not input.review.object.metadata.labels.owner",
                "external_data({\"provider\": \"p\", \"keys\": [\"d-pod\"]}).responses[_][1] =="
                    + " \"told\""));
    assertThat(run("gate verify good.yaml").exit()).isEqualTo(1);
    assertThat(run("gate verify --external-data answers.yaml good.yaml").exit()).isZero();
  }
}
