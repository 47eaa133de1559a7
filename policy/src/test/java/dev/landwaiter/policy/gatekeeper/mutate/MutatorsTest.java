package dev.landwaiter.policy.gatekeeper.mutate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Yaml;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.gatekeeper.ExternalAnswer;
import dev.landwaiter.policy.gatekeeper.ExternalData;
import dev.landwaiter.policy.gatekeeper.RefusedException;
import dev.landwaiter.policy.gatekeeper.Resource;
import dev.landwaiter.policy.gatekeeper.Review.Origin;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MutatorsTest {
  private static final String POD = "{groups: [''], versions: [v1], kinds: [Pod]}";

  private static ObjectValue yaml(String text) {
    try {
      return (ObjectValue) Yaml.parse("test", text.getBytes(StandardCharsets.UTF_8));
    } catch (FormatException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static Mutator mutator(String kind, String name, String spec) throws RefusedException {
    return Mutator.of(
        Resource.of(
            yaml(
                "{apiVersion: mutations.gatekeeper.sh/v1, kind: %s, metadata: {name: %s}, spec: {applyTo: [%s], %s}}"
                    .formatted(kind, name, POD, spec))));
  }

  private static ObjectValue pod(String spec) {
    return yaml(
        "{apiVersion: v1, kind: Pod, metadata: {name: p, namespace: ns, labels: {a: b}}, spec: %s}"
            .formatted(spec));
  }

  private static ObjectValue mutate(ObjectValue object, ExternalData external, Mutator... mutators)
      throws RefusedException, MutationException {
    return Mutators.of(List.of(mutators))
        .mutate(Subject.of(object, Optional.empty(), Origin.ORIGINAL), external);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "Assign | location: spec.a, parameters: {assign: {value: 1}} | {} | {a: 1}",
        "Assign | location: spec.a.b.c, parameters: {assign: {value: 1}} | {} | {a: {b: {c: 1}}}",
        "Assign | location: spec.a, parameters: {assign: {fromMetadata: {field: namespace}}} | {a:"
            + " x} | {a: ns}",
        "Assign | location: 'spec.l[k: v].x', parameters: {assign: {value: 1}} | {} | {l: [{k: v,"
            + " x: 1}]}",
        "Assign | location: 'spec.l[k: v].x', parameters: {assign: {value: 1}} | {l: [{k: w}, {k:"
            + " v}]} | {l: [{k: w}, {k: v, x: 1}]}",
        "Assign | location: 'spec.l[k: 5].x', parameters: {assign: {value: 1}} | {l: [{k: '5'}]} |"
            + " {l: [{k: '5'}, {k: 5, x: 1}]}",
        "Assign | location: 'spec.l[k: *].x', parameters: {assign: {value: 1}} | {} | {}",
        "Assign | location: 'spec.l[k: *].x', parameters: {assign: {value: 1}} | {l: [{k: 1}, {}]}"
            + " | {l: [{k: 1, x: 1}, {x: 1}]}",
        "Assign | location: 'spec.l[k: v]', parameters: {assign: {value: {k: v, y: 2}}} | {l: [{k:"
            + " v, x: 1}]} | {l: [{k: v, y: 2}]}",
        "Assign | location: 'spec.l[k: v]', parameters: {assign: {value: {k: v}}} | {l: []} | {l:"
            + " [{k: v}]}",
        "Assign | location: spec.a.b, parameters: {assign: {value: 1}, pathTests: [{subPath:"
            + " spec.a, condition: MustExist}]} | {} | {}",
        "Assign | location: spec.a.b, parameters: {assign: {value: 1}, pathTests: [{subPath:"
            + " spec.a, condition: MustExist}]} | {a: {}} | {a: {b: 1}}",
        "Assign | location: spec.a.b, parameters: {assign: {value: 1}, pathTests: [{subPath:"
            + " spec.a.b, condition: MustNotExist}]} | {a: {b: 2}} | {a: {b: 2}}",
        "Assign | location: 'spec.l[k: v].x', parameters: {assign: {value: 1}, pathTests:"
            + " [{subPath: 'spec.l[k: v]', condition: MustExist}]} | {l: []} | {l: []}",
        "Assign | location: 'spec.l[k: *].x', parameters: {assign: {value: 1}, pathTests:"
            + " [{subPath: 'spec.l[k: *]', condition: MustNotExist}]} | {l: [{}]} | {l: [{}]}",
        "ModifySet | location: spec.s, parameters: {values: {fromList: [b, c]}} | {s: [a, b]} | {s:"
            + " [a, b, c]}",
        "ModifySet | location: spec.s, parameters: {operation: merge, values: {fromList: [c, c]}} |"
            + " {} | {s: [c]}",
        "ModifySet | location: spec.s, parameters: {operation: prune, values: {fromList: [b, c]}} |"
            + " {s: [a, b, b]} | {s: [a]}",
        "ModifySet | location: spec.t.s, parameters: {operation: prune, values: {fromList: [b]}} |"
            + " {} | {}",
        "ModifySet | location: 'spec.l[k: v].s', parameters: {operation: prune, values: {fromList:"
            + " [b]}} | {l: []} | {l: []}",
        "AssignImage | location: spec.i, parameters: {assignDomain: r.io} | {i: a/b:1} | {i:"
            + " r.io/a/b:1}",
        "AssignImage | location: spec.i, parameters: {assignTag: ':2'} | {i:"
            + " 'r.io:5000/b@sha256:00'} | {i: 'r.io:5000/b:2'}",
        "AssignImage | location: spec.i, parameters: {assignPath: x/y} | {i: 'localhost/b:1'} | {i:"
            + " 'localhost/x/y:1'}",
        "AssignImage | location: spec.i, parameters: {assignTag: ':2'} | {} | {}",
        "Assign | location: spec.a, parameters: {assign: {value: 1}}, match: {kinds: [{apiGroups:"
            + " ['*'], kinds: [Service]}]} | {} | {}",
        "Assign | location: spec.a, parameters: {assign: {value: 1}}, match: {source: Generated} |"
            + " {} | {}",
        "Assign | location: spec.a, parameters: {assign: {value: 1}}, match: {namespaces: [n*]} |"
            + " {} | {a: 1}",
      })
  void oneMutatorChangesAPod(String kind, String spec, String before, String after)
      throws RefusedException, MutationException {
    assertThat(mutate(pod(before), ExternalData.NONE, mutator(kind, "m", spec)))
        .isEqualTo(pod(after));
  }

  @Test
  void metadataIsAddedAndNeverOverwritten() throws RefusedException, MutationException {
    ObjectValue after =
        mutate(
            pod("{}"),
            ExternalData.NONE,
            mutator(
                "AssignMetadata",
                "x",
                "location: metadata.labels.a, parameters: {assign: {value: other}}"),
            mutator(
                "AssignMetadata",
                "y",
                "location: metadata.annotations.'b/c', parameters: {assign: {fromMetadata: {field:"
                    + " name}}}"));
    assertThat(after.get("metadata"))
        .contains(yaml("{name: p, namespace: ns, labels: {a: b}, annotations: {b/c: p}}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "Assign | location: spec..x, parameters: {assign: {value: 1}} | character 6",
        "Assign | location: '', parameters: {assign: {value: 1}} | location is empty",
        "Assign | location: metadata.labels.x, parameters: {assign: {value: x}} | only"
            + " AssignMetadata",
        "Assign | location: spec.x, parameters: {assign: {}} | exactly one",
        "Assign | location: spec.x, parameters: {assign: {value: 1, fromMetadata: {field: name}}} |"
            + " exactly one",
        "Assign | location: spec.x, parameters: {assign: {fromMetadata: {field: uid}}} | neither"
            + " name nor namespace",
        "Assign | location: 'spec.l[k: *]', parameters: {assign: {value: {}}} | all elements",
        "Assign | location: 'spec.l[k: v]', parameters: {assign: {value: 5}} | no object",
        "Assign | location: 'spec.l[k: v]', parameters: {assign: {value: {k: w}}} | has not k: v",
        "Assign | location: 'spec.l[k: v]', parameters: {assign: {fromMetadata: {field: name}}} |"
            + " ends in an element",
        "Assign | location: 'spec.l[k: v].k', parameters: {assign: {value: w}} | changes the key",
        "Assign | location: spec.x, parameters: {assign: {value: 1}, pathTests: [{subPath: spec.y,"
            + " condition: MustExist}]} | no beginning",
        "Assign | location: spec.x, parameters: {assign: {value: 1}, pathTests: [{subPath: spec,"
            + " condition: Maybe}]} | neither MustExist",
        "Assign | location: spec.x, parameters: {assign: {value: 1}}, match: {kinds: Pod} | no"
            + " list",
        "Assign | location: spec.x, parameters: {assign: {value: 1}}, match: {source: Both} |"
            + " spec.match.source",
        "Assign | location: spec.x, parameters: {assign: {externalData: {provider: p,"
            + " failurePolicy: UseDefault}}} | default is missing",
        "AssignMetadata | location: metadata.name, parameters: {assign: {value: x}} | neither"
            + " metadata.labels.NAME",
        "AssignMetadata | location: metadata.labels.x, parameters: {assign: {value: 5}} | no text",
        "ModifySet | location: 'spec.l[k: v]', parameters: {values: {fromList: [1]}} | ends in an"
            + " element",
        "ModifySet | location: spec.l, parameters: {values: {}} | no list",
        "ModifySet | location: spec.l, parameters: {operation: add, values: {fromList: [1]}} | no"
            + " merge and no prune",
        "AssignImage | location: spec.i, parameters: {} | none of",
        "AssignImage | location: spec.i, parameters: {assignTag: v9} | no tag",
        "AssignImage | location: spec.i, parameters: {assignTag: '@sha256:abc'} | no tag",
        "AssignImage | location: spec.i, parameters: {assignDomain: nodots} | assignDomain",
        "AssignImage | location: spec.i, parameters: {assignPath: 'a/b:1'} | assignPath",
        "AssignImage | location: spec.i, parameters: {assignPath: r.io/b} | begins with a domain",
        "Other | location: spec.i | no kind of mutator",
      })
  void aMutatorThatCannotWorkIsRefused(String kind, String spec, String message) {
    assertThatThrownBy(() -> mutator(kind, "m", spec))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining(message);
  }

  @Test
  void mutatorsOfOneRoundSeeEachOther() throws RefusedException, MutationException {
    ObjectValue after =
        mutate(
            pod("{}"),
            ExternalData.NONE,
            mutator(
                "Assign",
                "a",
                "location: spec.x.v, parameters: {assign: {value: 1}, pathTests: [{subPath: spec.x,"
                    + " condition: MustExist}]}"),
            mutator("Assign", "b", "location: spec.x.z, parameters: {assign: {value: 2}}"));
    assertThat(after).isEqualTo(pod("{x: {v: 1, z: 2}}"));
  }

  @Test
  void whatNeverEndsIsAnError() {
    assertThatThrownBy(() ->
            mutate(
                pod("{}"),
                ExternalData.NONE,
                turn("a", "Secret", "Pod"),
                turn("b", "Service", "Secret"),
                turn("c", "Pod", "Service")))
        .isInstanceOf(MutationException.class)
        .hasMessageContaining("Pod ns/p still change it after 4 rounds");
  }

  /// Makes objects of one kind objects of another, so that several of them never end.
  private static Mutator turn(String name, String from, String to) throws RefusedException {
    return Mutator.of(
        Resource.of(
            yaml(
                "{kind: Assign, apiVersion: mutations.gatekeeper.sh/v1, metadata: {name: %s}, spec: {applyTo: [{groups: [''], versions: [v1], kinds: [%s]}], location: kind, parameters: {assign: {value: %s}}}}"
                    .formatted(name, from, to))));
  }

  @Test
  void whatGrowsWithoutBoundIsAnError() throws RefusedException {
    List<Mutator> mutators = new ArrayList<>();
    String elements =
        IntStream.range(0, 100).mapToObj(i -> "{k: " + i + "}").collect(Collectors.joining(", "));
    var location = new StringBuilder("spec.l");
    for (int i = 0; i < 6; i++) {
      mutators.add(
          mutator(
              "Assign",
              "m" + i,
              "location: '%s', parameters: {assign: {value: [%s]}, pathTests: [{subPath: '%s', condition: MustNotExist}]}"
                  .formatted(location, elements, location)));
      location.append("[k: *].l");
    }
    assertThatThrownBy(() -> mutate(pod("{}"), ExternalData.NONE, mutators.toArray(Mutator[]::new)))
        .isInstanceOf(MutationException.class)
        .hasMessageContaining("5,000,000 steps");
  }

  @Test
  void onePlaceIsNotTwoThings() throws RefusedException {
    var object = mutator("Assign", "a", "location: spec.x.v, parameters: {assign: {value: 1}}");
    var list =
        mutator("Assign", "b", "location: 'spec.x[name: q].y', parameters: {assign: {value: 1}}");
    var otherKey =
        mutator("Assign", "c", "location: 'spec.x[id: q].y', parameters: {assign: {value: 1}}");
    var end = mutator("Assign", "d", "location: spec.x, parameters: {assign: {value: 1}}");
    assertThatThrownBy(() -> Mutators.of(List.of(object, list)))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("Assign a")
        .hasMessageContaining("Assign b");
    assertThatThrownBy(() -> Mutators.of(List.of(list, otherKey)))
        .isInstanceOf(RefusedException.class);
    assertThat(Mutators.of(List.of(object, end)).isEmpty()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Fail | known | {a: known!}",
        "Fail | other | ",
        "Ignore | other | {a: other}",
        "UseDefault, default: z | other | {a: z}"
      })
  void externalDataStandsInPlaceOfTheValue(String policy, String value, String after)
      throws RefusedException, MutationException {
    ExternalData external =
        (provider, keys) ->
            new ExternalAnswer(
                keys.stream()
                    .map(key ->
                        key.equals("known")
                            ? new ExternalAnswer.Item(key, Value.of("known!"), "")
                            : new ExternalAnswer.Item(key, NullValue.NULL, "who is that"))
                    .toList(),
                true,
                200,
                "");
    var mutator =
        mutator(
            "Assign",
            "m",
            "location: spec.a, parameters: {assign: {externalData: {provider: p, failurePolicy: "
                + policy
                + "}}}");
    if (after == null) {
      assertThatThrownBy(() -> mutate(pod("{a: " + value + "}"), external, mutator))
          .isInstanceOf(MutationException.class)
          .hasMessageContaining("who is that");
    } else {
      assertThat(mutate(pod("{a: " + value + "}"), external, mutator)).isEqualTo(pod(after));
    }
  }

  @Test
  void aMismatchNamesThePlace() throws RefusedException {
    var mutator = mutator("Assign", "m", "location: spec.a.b, parameters: {assign: {value: 1}}");
    assertThatThrownBy(() -> mutate(pod("{a: [1]}"), ExternalData.NONE, mutator))
        .hasMessage("Assign m: `spec.a` has a list where the location spec.a.b needs an object");
  }

  @Test
  void applyingTwiceChangesNothing() throws RefusedException {
    var chance = new Random(11);
    int ended = 0;
    for (int i = 0; i < 500; i++) {
      List<Mutator> mutators = new ArrayList<>();
      for (int j = chance.nextInt(5); j >= 0; j--) {
        mutators.add(any(chance, j));
      }
      ObjectValue object = pod(any(chance, 3, "spec"));
      try {
        var all = mutators.toArray(Mutator[]::new);
        ObjectValue once = mutate(object, ExternalData.NONE, all);
        assertThat(mutate(once, ExternalData.NONE, all)).isEqualTo(once);
        ended++;
      } catch (RefusedException | MutationException e) {
        assertThat(e).hasMessageMatching("(?s).*(conflict|needs|no list stands|no text|still).*");
      }
    }
    assertThat(ended).isGreaterThan(50);
  }

  private static Mutator any(Random chance, int number) throws RefusedException {
    String[] fields = {"a", "b", "l[k: *].a", "l[k: v].b", "l[k: w].s"};
    String location = "spec." + fields[chance.nextInt(fields.length)];
    String tests =
        switch (chance.nextInt(3)) {
          case 0 -> ", pathTests: [{subPath: '" + location + "', condition: MustNotExist}]";
          case 1 -> ", pathTests: [{subPath: 'spec', condition: MustExist}]";
          default -> "";
        };
    return switch (chance.nextInt(4)) {
      case 0, 1 ->
          mutator(
              "Assign",
              "m" + number,
              "location: '%s', parameters: {assign: {value: %s}%s}"
                  .formatted(location, any(chance, 1, "x"), tests));
      case 2 ->
          mutator(
              "ModifySet",
              "m" + number,
              "location: '%s', parameters: {operation: %s, values: {fromList: [p, q]}%s}"
                  .formatted(location, chance.nextBoolean() ? "merge" : "prune", tests));
      default ->
          mutator(
              "AssignMetadata",
              "m" + number,
              "location: metadata.labels.x%d, parameters: {assign: {value: w}}"
                  .formatted(chance.nextInt(3)));
    };
  }

  /// Some value as YAML; `spec` makes an object of it.
  private static String any(Random chance, int depth, String kind) {
    if (kind.equals("spec")) {
      return "{a: %s, l: [{k: v, a: %s}, {k: u}]}"
          .formatted(any(chance, depth - 1, ""), any(chance, depth - 1, ""));
    }
    return switch (depth <= 0 ? chance.nextInt(2) : chance.nextInt(4)) {
      case 0 -> "5";
      case 1 -> "t";
      case 2 -> "[p, r]";
      default -> "{a: " + any(chance, depth - 1, "") + "}";
    };
  }
}
