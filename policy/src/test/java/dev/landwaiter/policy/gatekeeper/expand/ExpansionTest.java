package dev.landwaiter.policy.gatekeeper.expand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Yaml;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.policy.gatekeeper.ExternalData;
import dev.landwaiter.policy.gatekeeper.RefusedException;
import dev.landwaiter.policy.gatekeeper.Resource;
import dev.landwaiter.policy.gatekeeper.Shaken;
import dev.landwaiter.policy.gatekeeper.mutate.Mutator;
import dev.landwaiter.policy.gatekeeper.mutate.Mutators;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpansionTest {
  private static ObjectValue yaml(String text) {
    try {
      return (ObjectValue) Yaml.parse("test", text.getBytes(StandardCharsets.UTF_8));
    } catch (FormatException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static ExpansionTemplate template(String name, String from, String source, String to)
      throws RefusedException {
    return ExpansionTemplate.of(
        Resource.of(
            yaml(
                "{apiVersion: expansion.gatekeeper.sh/v1beta1, kind: ExpansionTemplate, metadata: {name: %s}, spec: {applyTo: [{groups: [''], versions: [v1], kinds: [%s]}], templateSource: %s, generatedGVK: {version: v1, kind: %s}}}"
                    .formatted(name, from, source, to))));
  }

  private static Expansion expansion(List<ExpansionTemplate> templates) throws RefusedException {
    return Expansion.of(templates, Mutators.NONE, ExternalData.NONE);
  }

  private static Resource object(String kind, String rest) {
    return Resource.of(
        yaml(
            "{apiVersion: v1, kind: %s, metadata: {name: Top, namespace: ns, uid: u1}, %s}"
                .formatted(kind, rest)));
  }

  @Test
  void whatIsMadeCarriesNameNamespaceAndOwner() throws RefusedException, ExpansionException {
    List<Generated> made =
        expansion(List.of(template("t", "A", "spec.template", "B")))
            .expand(
                object(
                    "A",
                    "spec: {template: {metadata: {labels: {a: b}, namespace: old, ownerReferences:"
                        + " [{uid: x}]}, spec: {p: 1}}}"),
                Optional.empty());
    assertThat(made).hasSize(1);
    assertThat(made.getFirst().object().content())
        .isEqualTo(
            yaml(
                """
                apiVersion: v1
                kind: B
                metadata:
                  labels: {a: b}
                  name: top-b
                  namespace: ns
                  ownerReferences: [{uid: x}, {apiVersion: v1, kind: A, name: Top, uid: u1}]
                spec: {p: 1}
                """));
  }

  @Test
  void theNamespaceIsThatOfTheNamespaceObject() throws RefusedException, ExpansionException {
    var empty = Resource.of(ObjectValue.EMPTY);
    List<Generated> made =
        expansion(List.of(template("t", "A", "spec", "B")))
            .expand(object("A", "spec: {metadata: {namespace: x}}"), Optional.of(empty));
    assertThat(made.getFirst().object().namespace()).isEmpty();
  }

  @Test
  void mutatorsChangeBothEnds() throws RefusedException, ExpansionException {
    List<Mutator> mutators = new ArrayList<>();
    for (String origin : List.of("Original", "Generated")) {
      mutators.add(
          Mutator.of(
              Resource.of(
                  yaml(
                      "{apiVersion: mutations.gatekeeper.sh/v1, kind: AssignMetadata, metadata: {name: %1$s}, spec: {location: metadata.labels.from%1$s, parameters: {assign: {value: x}}, match: {source: %1$s}}}"
                          .formatted(origin)))));
    }
    mutators.add(
        Mutator.of(
            Resource.of(
                yaml(
                    "{apiVersion: mutations.gatekeeper.sh/v1, kind: Assign, metadata: {name: q},"
                        + " spec: {applyTo: [{groups: [''], versions: [v1], kinds: [A]}], location:"
                        + " spec.template.q, parameters: {assign: {value: 1}}}}"))));
    List<Generated> made =
        Expansion.of(
                List.of(template("t", "A", "spec.template", "B")),
                Mutators.of(mutators),
                ExternalData.NONE)
            .expand(object("A", "spec: {template: {}}"), Optional.empty());
    assertThat(made.getFirst().object().content().get("q")).isPresent();
    assertThat(made.getFirst().object().labels()).isEqualTo(yaml("{fromGenerated: x}"));
  }

  @Test
  void oneThingLeadsToAnother() throws RefusedException, ExpansionException {
    List<Generated> made =
        expansion(List.of(template("one", "A", "spec", "B"), template("two", "B", "spec", "C")))
            .expand(object("A", "spec: {spec: {}}"), Optional.empty());
    assertThat(made).extracting(one -> one.object().name()).containsExactly("top-b", "top-b-c");
    assertThat(made).extracting(Generated::template).containsExactly("one", "two");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "spec.nope | no object at spec.nope",
        "spec.text | no object at spec.text",
        "spec..x | no object at spec..x",
        "spec.text.x | no object at spec.text.x",
      })
  void aMissingSourceIsAnError(String source, String message) throws RefusedException {
    var expansion = expansion(List.of(template("t", "A", source, "B")));
    assertThatThrownBy(() -> expansion.expand(object("A", "spec: {text: t}"), Optional.empty()))
        .isInstanceOf(ExpansionException.class)
        .hasMessageContaining(message);
  }

  @Test
  void cyclesAreRefused() throws RefusedException {
    var one = template("one", "A", "s", "B");
    var two = template("two", "B", "s", "C");
    var three = template("three", "C", "s", "A");
    assertThat(expansion(List.of(one, two)).isEmpty()).isFalse();
    assertThatThrownBy(() -> expansion(List.of(one, two, three)))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("cycle");
    assertThatThrownBy(() -> template("self", "A", "s", "A"))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("applies itself");
    assertThatThrownBy(() -> template("t", "A", "''", "B"))
        .hasMessageContaining("templateSource is missing");
  }

  @Test
  void depthIsBounded() throws RefusedException {
    List<ExpansionTemplate> chain = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      chain.add(template("t" + i, "K" + i, "s", "K" + (i + 1)));
    }
    String nested = "{}";
    for (int i = 0; i < 45; i++) {
      nested = "{s: " + nested + "}";
    }
    var object = object("K0", "s: " + nested);
    var expansion = expansion(chain);
    assertThatThrownBy(() -> expansion.expand(object, Optional.empty()))
        .isInstanceOf(ExpansionException.class)
        .hasMessageContaining("30");
  }

  @Test
  void theCountOfWhatIsMadeIsBounded() throws RefusedException {
    List<ExpansionTemplate> bush = new ArrayList<>();
    for (int level = 0; level < 20; level++) {
      for (int i = 0; i < 3; i++) {
        bush.add(template("t" + level + "-" + i, "K" + level, "s", "K" + (level + 1)));
      }
    }
    String nested = IntStream.range(0, 25).mapToObj(i -> "{s: ").reduce("", String::concat);
    var object = object("K0", "s: " + nested + "{}" + "}".repeat(25));
    var expansion = expansion(bush);
    assertThatThrownBy(() -> expansion.expand(object, Optional.empty()))
        .isInstanceOf(ExpansionException.class)
        .hasMessageContaining("1,000");
  }

  @Test
  void whateverStandsInItATemplateIsRefusedOrWorks() {
    var chance = new Random(5);
    ObjectValue template =
        yaml(
            "{apiVersion: expansion.gatekeeper.sh/v1beta1, kind: ExpansionTemplate, metadata:"
                + " {name: t}, spec: {applyTo: [{groups: [''], versions: [v1], kinds: [A]}],"
                + " templateSource: spec.template, generatedGVK: {group: g, version: v1, kind: B},"
                + " enforcementAction: warn}}");
    ObjectValue object =
        yaml(
            "{apiVersion: v1, kind: A, metadata: {name: a, uid: u}, spec: {template: {metadata:"
                + " {labels: {a: b}, ownerReferences: [{uid: x}]}, spec: {}}}}");
    int worked = 0;
    for (int i = 0; i < 3000; i++) {
      try {
        var read = ExpansionTemplate.of(Resource.of(Shaken.of(template, chance, 20)));
        List<Generated> made =
            expansion(List.of(read))
                .expand(Resource.of(Shaken.of(object, chance, 10)), Optional.empty());
        worked += made.size();
      } catch (RefusedException | ExpansionException e) {
        assertThat(e).message().isNotBlank();
      }
    }
    assertThat(worked).isBetween(100, 2900);
  }
}
