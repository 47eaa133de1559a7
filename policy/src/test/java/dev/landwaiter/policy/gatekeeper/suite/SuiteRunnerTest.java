package dev.landwaiter.policy.gatekeeper.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SuiteRunnerTest {
  @TempDir Path folder;

  private void write(String name, String text) throws IOException {
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

              violation[{"msg": m}] {
                not input.review.object.metadata.labels.owner
                print("looking at", input.review.object.metadata.name)
                m := sprintf("%v has no owner", [input.review.object.metadata.name])
              }
        """);
    write(
        "c.yaml",
        "{apiVersion: constraints.gatekeeper.sh/v1beta1, kind: Owned, metadata: {name: c}}\n");
    write("bare.yaml", "{apiVersion: v1, kind: Pod, metadata: {name: bare}}\n");
    write("own.yaml", "{apiVersion: v1, kind: Pod, metadata: {name: own, labels: {owner: me}}}\n");
    write("two.yaml", "{kind: Pod}\n---\n{kind: Pod}\n");
    write("nokind.yaml", "{a: 1}\n");
    write("nothing.yaml", "\n");
    write("trailing.yaml", "{apiVersion: v1, kind: Pod, metadata: {name: bare}}\n---\n");
    write("head.yaml", "# a licence\n---\n{apiVersion: v1, kind: Pod, metadata: {name: bare}}\n");
    write("list.yaml", "- 1\n");
  }

  private String run(String cases, String filter) throws IOException, SuiteException {
    write(
        "s.yaml",
        "kind: Suite\n"
            + "apiVersion: test.gatekeeper.sh/v1alpha1\n"
            + "tests:\n"
            + "- {name: t, template: t.yaml, constraint: c.yaml, cases: "
            + cases
            + "}\n");
    return Suites.text(folder, "s.yaml", filter, false)
        .replace(folder.toString().substring(1), "HERE");
  }

  @Test
  void everythingIsTold() throws IOException, SuiteException {
    assertThat(
            run(
                "[{name: a, object: own.yaml, assertions: [{violations: no}]}, {name: b, object:"
                    + " bare.yaml, assertions: [{violations: 2}]}, {name: c, skip: true}]",
                ""))
        .isEqualTo(
            """
            === RUN   t
                === RUN   a
                --- PASS: a\t(0.000s)
                === RUN   b
                    === PRINT ===
                    looking at bare
                --- FAIL: b\t(0.000s)
                    unexpected number of violations: got 1 violations but want exactly 2: got messages [bare has no owner]
                === SKIP  c
            --- FAIL: t\t(0.000s)
            FAIL\ts.yaml\t0.000s
            FAIL

            """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "two.yaml | object file must contain exactly one object: \"HERE/two.yaml\" defines 2"
            + " objects",
        "nokind.yaml | reading \"HERE/nokind.yaml\": invalid yaml: Object 'Kind' is missing in"
            + " '{\"a\":1}'",
        "nothing.yaml | reading \"HERE/nothing.yaml\": invalid yaml: Object 'Kind' is missing in"
            + " '{}'",
        "list.yaml | cannot unmarshal !!seq into map[string]interface {}",
        "no.yaml | open HERE/no.yaml: no such file or directory",
        "/../HERE | open ",
        "'' | invalid Case: must define object",
      })
  void anObjectThatCannotBeReadFailsItsCase(String object, String message)
      throws IOException, SuiteException {
    assertThat(run("[{name: a, object: " + object + ", assertions: [{}]}]", ""))
        .contains("--- FAIL: a", message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"trailing.yaml", "head.yaml"})
  void dividersAndCommentsAreNoObjects(String object) throws IOException, SuiteException {
    assertThat(run("[{name: a, object: " + object + ", assertions: [{}]}]", ""))
        .contains("--- PASS: a");
  }

  @Test
  void theInventoryOfOneCaseIsNotThatOfTheNext() throws IOException, SuiteException {
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

              violation[{"msg": n}] { data.inventory.cluster.v1.Pod[n] }
        """);
    assertThat(
            run(
                "[{name: a, object: own.yaml, inventory: [bare.yaml], assertions: [{message:"
                    + " ^bare$}]}, {name: b, object: own.yaml, assertions: [{violations: no}]}]",
                ""))
        .contains("--- PASS: a", "--- PASS: b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "a//b//c", "//("})
  void wrongFiltersAreRefused(String filter) {
    assertThatThrownBy(() -> RunFilter.of(filter)).isInstanceOf(SuiteException.class);
  }
}
