package dev.landwaiter.policy.score.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.finding.Waiver;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.manifest.Manifest;
import dev.landwaiter.policy.manifest.ManifestReader;
import dev.landwaiter.policy.manifest.Manifests;
import dev.landwaiter.policy.score.ObjectScore;
import dev.landwaiter.policy.score.Profile;
import dev.landwaiter.policy.score.RuleScore;
import dev.landwaiter.policy.score.RuleSet;
import dev.landwaiter.policy.score.Schemas;
import dev.landwaiter.policy.score.ScoreReport;
import dev.landwaiter.policy.score.Spot;
import dev.landwaiter.policy.score.rule.Rules;
import dev.landwaiter.testing.CaseLines;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectScorerTest {
  private static final String WEB =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web}
      spec:
        template:
          spec:
            hostPID: true
            securityContext:
              runAsNonRoot: true
            initContainers:
              - name: setup
                securityContext: {runAsNonRoot: false}
            containers:
              - name: web
                securityContext:
                  privileged: true
                  capabilities: {add: [NET_ADMIN, SYS_ADMIN]}
              - name: side
      """;

  private static ObjectScorer scorer(
      Profile profile, BiFunction<String, String, Optional<Waiver>> waivers) {
    return new ObjectScorer(
        RuleSet.of(Rules.of(profile), List.of()), profile, Schemas.NONE, waivers);
  }

  private static List<ObjectScore> score(Profile profile, String text) {
    Manifests read = ManifestReader.read("a.yaml", text.getBytes(StandardCharsets.UTF_8));
    assertThat(read.problems()).isEmpty();
    List<ObjectScore> scores = new ArrayList<>();
    for (Manifest manifest : read.objects()) {
      scores.addAll(scorer(profile, (rule, file) -> Optional.empty()).score(manifest));
    }
    return scores;
  }

  private static RuleScore rule(ObjectScore score, String id) {
    return score.rules().stream()
        .filter(each -> each.rule().id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void everyContainerIsJudgedWithItsPlace() {
    ObjectScore score = score(Profile.LANDWAITER, WEB).getFirst();
    RuleScore nonRoot = rule(score, "RunAsNonRoot");
    assertThat(nonRoot.places())
        .extracting(
            place -> place.spot().container(),
            place -> place.spot().state(),
            place -> place.position().line(),
            RuleScore.Place::there)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "initContainers[0] setup", Spot.State.MISSES, 12, true),
            org.assertj.core.groups.Tuple.tuple("containers[0] web", Spot.State.INHERITS, 9, true),
            org.assertj.core.groups.Tuple.tuple(
                "containers[1] side", Spot.State.INHERITS, 9, true));
    assertThat(nonRoot.everywhere()).isFalse();
    assertThat(score.score()).isEqualTo(-9 - 30 - 30 + 1);
    assertThat(score.strict()).isEqualTo(-9 - 30 - 30);
    assertThat(rule(score, "Privileged").places()).hasSize(1);
    assertThat(rule(score, "ReadOnlyRootFilesystem").places())
        .allMatch(place -> !place.there() && place.spot().state() == Spot.State.MISSES);
  }

  @Test
  void patchesRaiseTheScoreToTheTop() throws Exception {
    ObjectScore before = score(Profile.LANDWAITER, WEB).getFirst();
    Value patched = Patching.apply(before.manifest().object(), WholePatch.of(before));
    Manifest manifest =
        new Manifest("a.yaml", "", 0, List.of(), patched, before.manifest().locator());
    ObjectScore after =
        scorer(Profile.LANDWAITER, (rule, file) -> Optional.empty()).score(manifest).getFirst();
    assertThat(after.rules())
        .noneMatch(rule -> rule.result() == RuleScore.Result.LOST)
        .noneMatch(rule -> rule.result() == RuleScore.Result.OPEN);
    assertThat(after.strict()).isEqualTo(after.score()).isEqualTo(19);
    assertThat(patched.toString()).contains("NET_ADMIN").doesNotContain("SYS_ADMIN");
  }

  @Test
  void waivedRulesDoNotCount() {
    var waiver =
        new Waiver("Privileged", List.of(), List.of(), "a driver", Optional.empty(), "w.yaml");
    Manifest manifest =
        ManifestReader.read("a.yaml", WEB.getBytes(StandardCharsets.UTF_8)).objects().getFirst();
    ObjectScore score =
        scorer(
                Profile.LANDWAITER,
                (rule, file) ->
                    rule.equals("Privileged") && file.equals("a.yaml")
                        ? Optional.of(waiver)
                        : Optional.empty())
            .score(manifest)
            .getFirst();
    assertThat(score.score()).isEqualTo(-9 - 30 + 1);
    assertThat(rule(score, "Privileged").waiver()).contains(waiver);
    assertThat(score.report().critical())
        .extracting("id")
        .containsExactly("CapSysAdmin", "HostPID");
  }

  @Test
  void profilesDifferInTheKindsTheyKnow() {
    String job = "apiVersion: batch/v1\nkind: Job\nspec: {template: {spec: {hostPID: true}}}\n";
    assertThat(score(Profile.LANDWAITER, job)).extracting(ObjectScore::score).containsExactly(-9);
    assertThat(score(Profile.KUBESEC, job)).extracting(ObjectScore::score).containsExactly(0);
    assertThat(score(Profile.KUBESEC_2_14, job)).isEmpty();
    assertThat(Rules.of(Profile.KUBESEC)).hasSize(30);
    assertThat(Rules.of(Profile.KUBESEC_2_14)).hasSize(26);
  }

  @Test
  void wrongTypesAreToldAndNeverMatch() {
    String pod = "apiVersion: v1\nkind: Pod\nspec: {hostNetwork: 'true', containers: [null, 3]}\n";
    ObjectScore score = score(Profile.LANDWAITER, pod).getFirst();
    assertThat(score.score()).isZero();
    assertThat(score.problems()).singleElement().asString().contains("a.yaml:3:21: hostNetwork");
  }

  /// Objects in which what a patch would reach into is of another type, or null.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "spec: null",
        "spec: {containers: [{name: a, resources: null, securityContext: {capabilities: null}}]}",
        "spec: {securityContext: [], containers: [{name: a, resources: [], securityContext: 5}]}",
        "spec: {containers: [{securityContext: {capabilities: {add: SYS_ADMIN, drop: text}}}]}",
        "spec: {containers: [null, text, [], {resources: {limits: text}}]}"
      })
  void patchesNeverFail(String spec) {
    String pod = "apiVersion: v1\nkind: Pod\n" + spec + "\n";
    for (ObjectScore score : score(Profile.LANDWAITER, pod)) {
      assertThat(Patching.apply(score.manifest().object(), WholePatch.of(score)))
          .isInstanceOf(ObjectValue.class);
    }
  }

  /// Where both ways know the kind they come to the same points.
  @Test
  void bothWaysAgree() throws Exception {
    for (String text : CaseLines.of("/score/pods.txt")) {
      ScoreReport theirs =
          switch (KubesecScan.scan(
              "a.yaml",
              text.getBytes(StandardCharsets.UTF_8),
              Profile.KUBESEC,
              List.of(),
              Schemas.NONE)) {
            case KubesecScan.Outcome.Scored scored -> scored.reports().getFirst();
            case KubesecScan.Outcome.Refused refused -> throw new AssertionError(refused);
          };
      ObjectScore ours = score(Profile.LANDWAITER, text).getFirst();
      assertThat(ours.report()).as(text).isEqualTo(theirs);
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Privileged                                     | Privileged            | ''
          Privileged@web;reason=why                      | Privileged            | ''
          Privileged@side                                | ''                    | ''
          Privileged;until=2026-11-26                    | ''                    | ended
          Privileged;until=2026-11-27                    | Privileged            | ''
          Privileged;until=soon                          | ''                    | no date
          Privileged;because                             | ''                    | neither
          Privileged@web, HostPID;reason=it is a tool    | HostPID,Privileged    | ''
          RunAsGroup@web,RunAsGroup@side                 | ''                    | ''
          RunAsGroup@web,RunAsGroup@side,RunAsGroup@setup | RunAsGroup           | ''
          """)
  void annotationsWaive(String annotation, String waived, String note) {
    String text =
        WEB.replace(
            "metadata: {name: web}",
            "metadata: {name: web, annotations: {landwaiter.io/ignore: '" + annotation + "'}}");
    Manifest manifest =
        ManifestReader.read("a.yaml", text.getBytes(StandardCharsets.UTF_8)).objects().getFirst();
    ObjectScore score =
        new ObjectScorer(
                RuleSet.of(Rules.of(Profile.LANDWAITER), List.of()),
                Profile.LANDWAITER,
                Schemas.NONE,
                (rule, file) -> Optional.empty(),
                List.of(),
                Optional.of(Instant.parse("2026-11-26T12:00:00Z")))
            .score(manifest)
            .getFirst();
    assertThat(
            score.rules().stream()
                .filter(each -> each.waiver().isPresent())
                .map(each -> each.rule().id())
                .sorted()
                .collect(Collectors.joining(",")))
        .isEqualTo(waived);
    assertThat(score.notes()).hasSize(note.isEmpty() ? 0 : 1);
    assertThat(score.notes().toString()).contains(note);
  }
}
