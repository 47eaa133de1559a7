package dev.landwaiter.policy.gatekeeper.mutate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Yaml;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.gatekeeper.ExternalData;
import dev.landwaiter.policy.gatekeeper.RefusedException;
import dev.landwaiter.policy.gatekeeper.Resource;
import dev.landwaiter.policy.gatekeeper.Review.Origin;
import dev.landwaiter.policy.gatekeeper.Shaken;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MutatorReaderTest {
  private static final ObjectValue POD =
      yaml(
          "{apiVersion: v1, kind: Pod, metadata: {name: p, labels: {a: b}}, spec: {l: [{k: v, s:"
              + " [a]}, {k: w}], i: a/b:1}}");

  private static ObjectValue yaml(String text) {
    try {
      return (ObjectValue) Yaml.parse("test", text.getBytes(StandardCharsets.UTF_8));
    } catch (FormatException e) {
      throw new IllegalArgumentException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{kind: Assign, spec: {location: 'spec.l[k: *].x', parameters: {assign: {value: {a: 1}},"
            + " pathTests: [{subPath: spec.l, condition: MustExist}]}}}",
        "{kind: Assign, spec: {location: 'spec.l[k: z]', parameters: {assign: {value: {k: z}}}}}",
        "{kind: Assign, spec: {location: spec.i, parameters: {assign: {externalData: {provider: p,"
            + " failurePolicy: Ignore, dataSource: Username}}}}}",
        "{kind: AssignMetadata, spec: {location: metadata.labels.x, parameters: {assign:"
            + " {fromMetadata: {field: name}}}}}",
        "{kind: ModifySet, spec: {location: 'spec.l[k: v].s', parameters: {operation: prune,"
            + " values: {fromList: [a, b]}}}}",
        "{kind: AssignImage, spec: {location: spec.i, parameters: {assignDomain: r.io, assignPath:"
            + " c, assignTag: ':2'}}}",
      })
  void whateverStandsInItAMutatorIsRefusedOrWorks(String text) {
    var chance = new Random(text.hashCode());
    ObjectValue mutator = joined(yaml(text));
    int worked = 0;
    for (int i = 0; i < 3000; i++) {
      try {
        var mutators =
            Mutators.of(List.of(Mutator.of(Resource.of(Shaken.of(mutator, chance, 12)))));
        ObjectValue object = i % 2 == 0 ? POD : Shaken.of(POD, chance, 8);
        var subject = Subject.of(object, Optional.empty(), Origin.ORIGINAL);
        ObjectValue once = mutators.mutate(subject, ExternalData.NONE);
        var again = Subject.of(once, Optional.empty(), Origin.ORIGINAL);
        assertThat(mutators.mutate(again, ExternalData.NONE)).isEqualTo(once);
        worked++;
      } catch (RefusedException | MutationException e) {
        assertThat(e).message().isNotBlank();
      }
    }
    assertThat(worked).isBetween(100, 2900);
  }

  /// A mutator with the parts that all have.
  private static ObjectValue joined(ObjectValue own) {
    ObjectValue common =
        yaml(
            "{applyTo: [{groups: [''], versions: [v1], kinds: [Pod]}], match: {kinds: [{apiGroups:"
                + " [''], kinds: ['*']}], labelSelector: {matchLabels: {a: b}}, scope: '*', source:"
                + " All, excludedNamespaces: [x*]}}");
    var spec = new ObjectValue.Draft();
    own.get("spec").orElseThrow().members().forEach(spec::put);
    common.members().forEach(spec::put);
    return new ObjectValue(
        Map.of(
            Value.of("apiVersion"), Value.of("mutations.gatekeeper.sh/v1"),
            Value.of("kind"), Value.of(own.text("kind")),
            Value.of("metadata"), yaml("{name: m}"),
            Value.of("spec"), spec.finish()));
  }
}
