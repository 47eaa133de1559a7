package dev.landwaiter.policy.score.run;

import dev.landwaiter.base.finding.Waiver;
import dev.landwaiter.base.text.Problem;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.manifest.Manifest;
import dev.landwaiter.policy.manifest.Pod;
import dev.landwaiter.policy.score.RuleScore;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A decision that stands in the manifest itself: the annotation `landwaiter.io/ignore` of an
/// object or of its pod, with entries such as `Privileged@driver;until=2027-01-31;reason=drives the
/// cards` and commas between them (kubernetes.md 7.4).
///
/// @param waiver the decision
/// @param container the one it is limited to, or empty
record Annotation(Waiver waiver, String container) {
  private static final String NAME = "landwaiter.io/ignore";
  private static final StringValue METADATA = new StringValue("metadata");
  private static final StringValue ANNOTATIONS = new StringValue("annotations");
  private static final StringValue KEY = new StringValue(NAME);

  /// The decisions of an object and one of its pods that hold at a moment.
  ///
  /// @param notes takes what is wrong with others, and those that ended
  static List<Annotation> of(Manifest manifest, Pod pod, Instant now, List<Problem> notes) {
    List<Annotation> all = new ArrayList<>();
    read(manifest, List.of(METADATA, ANNOTATIONS, KEY), now, all, notes);
    if (pod.path().size() > 1) {
      List<Value> template = new ArrayList<>(pod.path().subList(0, pod.path().size() - 1));
      template.addAll(List.of(METADATA, ANNOTATIONS, KEY));
      read(manifest, template, now, all, notes);
    }
    return all;
  }

  private static void read(
      Manifest manifest, List<Value> path, Instant now, List<Annotation> all, List<Problem> notes) {
    Value here = manifest.object();
    for (Value step : path) {
      here = here.get(step.asText()).orElse(NullValue.NULL);
    }
    for (String entry : here.asText().split(",", -1)) {
      if (!entry.isBlank()) {
        read(manifest, path, entry.strip(), now, all, notes);
      }
    }
  }

  private static void read(
      Manifest manifest,
      List<Value> path,
      String entry,
      Instant now,
      List<Annotation> all,
      List<Problem> notes) {
    String[] parts = entry.split(";", -1);
    int at = parts[0].indexOf('@');
    String id = (at < 0 ? parts[0] : parts[0].substring(0, at)).strip();
    String reason = "";
    Optional<Instant> until = Optional.empty();
    String wrong = "";
    for (int i = 1; i < parts.length; i++) {
      String part = parts[i].strip();
      if (part.startsWith("reason=")) {
        reason = part.substring("reason=".length());
      } else if (part.startsWith("until=")) {
        until = end(part.substring("until=".length()));
        wrong = until.isEmpty() ? part + " is no date such as 2027-01-31" : wrong;
      } else {
        wrong = part + " is neither until= nor reason=";
      }
    }
    if (until.isPresent() && !until.get().isAfter(now)) {
      wrong = "what it says of " + id + " ended and holds no more";
    }
    if (!wrong.isEmpty()) {
      notes.add(
          new Problem(
              manifest.file(),
              Optional.of(manifest.find(path).span().start()),
              "the annotation " + NAME + ": " + wrong,
              ""));
      return;
    }
    var waiver = new Waiver(id, List.of(), List.of(), reason, until, "the annotation " + NAME);
    all.add(new Annotation(waiver, at < 0 ? "" : parts[0].substring(at + 1).strip()));
  }

  /// The moment a day begins, as for the waivers of files.
  private static Optional<Instant> end(String date) {
    try {
      return Optional.of(LocalDate.parse(date.strip()).atStartOfDay(ZoneOffset.UTC).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /// The decision about a result, where there is one about all of its places that matter: those
  /// that bring a penalty, or that lack what gives points.
  static Optional<Waiver> about(RuleScore result, List<Annotation> annotations) {
    boolean lost = result.result() == RuleScore.Result.LOST;
    List<String> left = new ArrayList<>();
    for (RuleScore.Place place : result.places()) {
      if (place.spot().state().counts() == lost) {
        String label = place.spot().container();
        left.add(label.substring(label.lastIndexOf(' ') + 1));
      }
    }
    Optional<Waiver> found = Optional.empty();
    for (Annotation each : annotations) {
      if (!each.waiver().id().equals(result.rule().id())) {
        continue;
      }
      if (each.container().isEmpty()) {
        return Optional.of(each.waiver());
      }
      if (left.removeIf(each.container()::equals)) {
        found = Optional.of(each.waiver());
      }
    }
    return left.isEmpty() ? found : Optional.empty();
  }
}
