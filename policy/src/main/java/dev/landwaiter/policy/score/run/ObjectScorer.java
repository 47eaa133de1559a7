package dev.landwaiter.policy.score.run;

import dev.landwaiter.base.finding.Waiver;
import dev.landwaiter.base.text.Problem;
import dev.landwaiter.base.value.BooleanValue;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.Locator;
import dev.landwaiter.policy.manifest.Container;
import dev.landwaiter.policy.manifest.Manifest;
import dev.landwaiter.policy.manifest.PathText;
import dev.landwaiter.policy.manifest.Pod;
import dev.landwaiter.policy.manifest.PodPlace;
import dev.landwaiter.policy.manifest.Pods;
import dev.landwaiter.policy.score.ObjectScore;
import dev.landwaiter.policy.score.Profile;
import dev.landwaiter.policy.score.Rule;
import dev.landwaiter.policy.score.RuleScore;
import dev.landwaiter.policy.score.RuleSet;
import dev.landwaiter.policy.score.Schemas;
import dev.landwaiter.policy.score.Spot;
import dev.landwaiter.policy.score.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/// Scores the objects of manifests our own way: every pod of every kind, each container by itself.
/// Keeps no state and may be used by many threads.
public final class ObjectScorer {
  /// Members of a pod that some think of as texts.
  private static final List<String> FLAGS =
      List.of("hostNetwork", "hostPID", "hostIPC", "hostUsers", "automountServiceAccountToken");

  private static final Set<String> WORKLOAD = Set.of("Pod");

  private final RuleSet rules;
  private final Profile profile;
  private final Schemas schemas;
  private final BiFunction<String, String, Optional<Waiver>> waivers;
  private final List<PodPlace> places;
  private final Optional<Instant> annotated;

  /// A scorer that knows the places of our own alone.
  ///
  /// @param waivers the decision about a rule, by its id and the name of the file
  public ObjectScorer(
      RuleSet rules,
      Profile profile,
      Schemas schemas,
      BiFunction<String, String, Optional<Waiver>> waivers) {
    this(rules, profile, schemas, waivers, List.of(), Optional.empty());
  }

  /// A scorer.
  ///
  /// @param waivers the decision about a rule, by its id and the name of the file
  /// @param places of pods in kinds that the user knows
  /// @param annotated the moment at which decisions in annotations must hold, where they count
  public ObjectScorer(
      RuleSet rules,
      Profile profile,
      Schemas schemas,
      BiFunction<String, String, Optional<Waiver>> waivers,
      List<PodPlace> places,
      Optional<Instant> annotated) {
    this.rules = rules;
    this.profile = profile;
    this.schemas = schemas;
    this.waivers = waivers;
    this.places = List.copyOf(places);
    this.annotated = annotated;
  }

  /// The scores of an object, one for each of its pods; none for one that no rule is about.
  public List<ObjectScore> score(Manifest manifest) {
    List<Pod> pods = Pods.of(manifest.object(), places);
    if (pods.isEmpty() || profile != Profile.LANDWAITER) {
      Subject subject = Subjects.of(manifest.kind(), manifest.object());
      Optional<Pod> there =
          pods.stream().filter(pod -> pod.path().equals(subject.podPath())).findFirst();
      return score(
          manifest, there.orElse(new Pod(NullValue.NULL, subject.podPath(), List.of(), false)));
    }
    List<ObjectScore> scores = new ArrayList<>();
    for (Pod pod : pods) {
      scores.addAll(score(manifest, pod));
    }
    return scores;
  }

  private List<ObjectScore> score(Manifest manifest, Pod pod) {
    boolean workload = pod.spec() instanceof ObjectValue;
    Subject subject = subject(manifest, pod);
    List<Problem> notes = new ArrayList<>();
    List<Annotation> annotations =
        annotated.map(now -> Annotation.of(manifest, pod, now, notes)).orElse(List.of());
    List<RuleScore> results = new ArrayList<>();
    int score = 0;
    int strict = 0;
    for (Rule rule : rules.rules()) {
      if (!isFor(rule, manifest.kind(), workload)) {
        continue;
      }
      RuleScore result = waived(result(rule, manifest, subject), annotations);
      boolean counts = rule.test().count(subject) > 0 && result.waiver().isEmpty();
      score += counts ? rule.points() : 0;
      strict += counts && (rule.penalty() || result.everywhere()) ? rule.points() : 0;
      results.add(result);
    }
    if (results.isEmpty()) {
      return List.of();
    }
    return List.of(
        new ObjectScore(
            manifest,
            Scorer.name(manifest.object()),
            workload ? pod.where() : "",
            pod.guessed(),
            pod.containers().stream().map(Container::label).toList(),
            score,
            strict,
            results,
            problems(manifest, pod),
            notes));
  }

  private static RuleScore waived(RuleScore result, List<Annotation> annotations) {
    boolean open =
        result.result() == RuleScore.Result.LOST || result.result() == RuleScore.Result.OPEN;
    return annotations.isEmpty() || !open || result.waiver().isPresent()
        ? result
        : Annotation.about(result, annotations).map(result::waivedBy).orElse(result);
  }

  /// Whether a rule is about an object: by its kind, or because it is about pods and there is one.
  private boolean isFor(Rule rule, String kind, boolean workload) {
    boolean aboutPods = workload && rule.kinds().containsAll(WORKLOAD);
    return rule.kinds().contains(kind) || (profile == Profile.LANDWAITER && aboutPods);
  }

  private static Subject subject(Manifest manifest, Pod pod) {
    List<Value> values = new ArrayList<>();
    List<Subject.Part> parts = new ArrayList<>();
    int from = 0;
    int to = 0;
    for (Container container : pod.containers()) {
      boolean ordinary = container.role() == Container.Role.ORDINARY;
      from += container.role() == Container.Role.INITIAL ? 1 : 0;
      to += container.role() == Container.Role.EPHEMERAL ? 0 : 1;
      values.add(container.value());
      parts.add(new Subject.Part(container.label(), ordinary, container.value(), container.path()));
    }
    return new Subject(
        manifest.object(), pod.spec(), pod.path(), values, new Subject.Range(from, to), parts);
  }

  private RuleScore result(Rule rule, Manifest manifest, Subject subject) {
    boolean matches = rule.test().count(subject) > 0;
    RuleScore.Result result =
        rule.penalty()
            ? matches ? RuleScore.Result.LOST : RuleScore.Result.SPARED
            : matches ? RuleScore.Result.GAINED : RuleScore.Result.OPEN;
    List<Spot> spots = rule.test().spots(subject);
    boolean everywhere = spots.stream().allMatch(spot -> spot.state().counts());
    if (result == RuleScore.Result.SPARED) {
      return new RuleScore(rule, result, List.of(), everywhere, List.of(), Optional.empty());
    }
    List<RuleScore.Place> places = new ArrayList<>();
    for (Spot spot : spots) {
      // Of a penalty only those places are of interest that brought it.
      if (!rule.penalty() || spot.state().counts()) {
        Locator.Spot found = manifest.find(spot.path());
        boolean there = found.depth() == manifest.at().size() + spot.path().size();
        places.add(new RuleScore.Place(spot, found.span().start(), there));
      }
    }
    var scored =
        new RuleScore(
            rule,
            result,
            places,
            everywhere,
            Patches.of(rule, spots, manifest.object()),
            Optional.empty());
    return waivers.apply(rule.id(), manifest.file()).map(scored::waivedBy).orElse(scored);
  }

  private List<Problem> problems(Manifest manifest, Pod pod) {
    List<Problem> problems = new ArrayList<>();
    Schemas.Answer answer =
        schemas.check(manifest.apiVersion(), manifest.kind(), manifest.object());
    for (Schemas.Fault fault : answer.faults()) {
      String where = fault.path().isEmpty() ? "" : PathText.of(fault.path()) + ": ";
      problems.add(problem(manifest, fault.path(), where + fault.text()));
    }
    for (String flag : FLAGS) {
      Value value = pod.spec().get(flag).orElse(NullValue.NULL);
      if (answer.faults().isEmpty()
          && !(value instanceof NullValue)
          && !(value instanceof BooleanValue)) {
        List<Value> path = new ArrayList<>(pod.path());
        path.add(new StringValue(flag));
        problems.add(problem(manifest, path, flag + " is neither true nor false"));
      }
    }
    return problems;
  }

  private static Problem problem(Manifest manifest, List<Value> path, String message) {
    return new Problem(
        manifest.file(), Optional.of(manifest.find(path).span().start()), message, "");
  }
}
