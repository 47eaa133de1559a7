package dev.landwaiter.policy.gatekeeper.match;

import dev.landwaiter.policy.gatekeeper.GroupVersionKind;
import dev.landwaiter.policy.gatekeeper.Match;
import dev.landwaiter.policy.gatekeeper.RefusedException;
import dev.landwaiter.policy.gatekeeper.Resource;
import dev.landwaiter.policy.gatekeeper.Review;
import java.util.List;
import java.util.Optional;

/// The criteria of a match, made ready (reference 7.1). Immutable.
public final class Matcher {
  private final Match match;
  private final List<NamePattern> namespaces;
  private final List<NamePattern> excluded;
  private final Optional<LabelSelector> labels;
  private final Optional<LabelSelector> namespaceLabels;
  private final Optional<NamePattern> name;

  private Matcher(
      Match match, Optional<LabelSelector> labels, Optional<LabelSelector> namespaceLabels) {
    this.match = match;
    this.namespaces = match.namespaces().stream().map(NamePattern::of).toList();
    this.excluded = match.excludedNamespaces().stream().map(NamePattern::of).toList();
    this.labels = labels;
    this.namespaceLabels = namespaceLabels;
    this.name =
        match.name().isEmpty() ? Optional.empty() : Optional.of(NamePattern.of(match.name()));
  }

  /// Makes criteria ready.
  ///
  /// @throws RefusedException when a selector is none
  public static Matcher of(Match match) throws RefusedException {
    return new Matcher(
        match,
        match.labelSelector().isEmpty()
            ? Optional.empty()
            : Optional.of(LabelSelector.of(match.labelSelector().get(), "spec.labelSelector")),
        match.namespaceSelector().isEmpty()
            ? Optional.empty()
            : Optional.of(
                LabelSelector.of(match.namespaceSelector().get(), "spec.namespaceSelector")));
  }

  /// The name of the first criterion that the object of a review, and its old object, do not
  /// fulfil; empty when all hold for one of them.
  ///
  /// @throws MatchException when that cannot be told; its message is Gatekeeper's
  public String mismatch(Review review) throws MatchException {
    if (review.object().isEmpty() && review.oldObject().isEmpty()) {
      throw new MatchException("invalid request object: neither object nor old object are defined");
    }
    String first = "";
    if (review.object().isPresent()) {
      first = told(review.object().get(), review);
      if (first.isEmpty()) {
        return "";
      }
    }
    if (review.oldObject().isPresent()) {
      String second = told(review.oldObject().get(), review);
      return second.isEmpty() || first.isEmpty() ? second : first;
    }
    return first;
  }

  private String told(Resource object, Review review) throws MatchException {
    try {
      return mismatch(object, review.namespaceObject(), review.origin());
    } catch (MatchException e) {
      throw new MatchException(
          "error matching the requested object: %s :failed to run Match criteria: %s"
              .formatted(object.name(), e.text()));
    }
  }

  /// The name of the first criterion that an object does not fulfil; empty when all hold.
  ///
  /// @param namespace the Namespace the object stands in, where it is known
  /// @throws MatchException when that cannot be told
  public String mismatch(Resource object, Optional<Resource> namespace, Review.Origin origin)
      throws MatchException {
    if (!isKind(object.type())) {
      return "kinds";
    }
    boolean spaced = !object.namespace().isEmpty() || namespace.isPresent();
    if (!isScope(object.isNamespace(), spaced)) {
      return "scope";
    }
    if (object.isNamespace() || spaced) {
      String where =
          object.isNamespace()
              ? object.name()
              : namespace.map(Resource::name).orElse(object.namespace());
      if (!namespaces.isEmpty() && !isAny(namespaces, where)) {
        return "namespaces";
      }
      if (isAny(excluded, where)) {
        return "excludedNamespaces";
      }
    }
    if (labels.isPresent() && !labels.get().matches(object.labels())) {
      return "labelSelector";
    }
    if (namespaceLabels.isPresent() && !isSelected(object, namespace, spaced)) {
      return "namespaceSelector";
    }
    if (name.isPresent() && !isNamed(object, name.get())) {
      return "name";
    }
    return isSource(object, origin) ? "" : "source";
  }

  /// Whether objects of this type may match at all.
  public boolean takes(GroupVersionKind type) {
    return isKind(type);
  }

  private boolean isKind(GroupVersionKind type) {
    if (match.kinds().isEmpty()) {
      return true;
    }
    for (Match.Kinds each : match.kinds()) {
      if (fits(each.kinds(), type.kind()) && fits(each.groups(), type.group())) {
        return true;
      }
    }
    return false;
  }

  private static boolean fits(List<String> allowed, String one) {
    return allowed.isEmpty() || allowed.contains("*") || allowed.contains(one);
  }

  private boolean isScope(boolean namespace, boolean spaced) {
    return switch (match.scope()) {
      case "Cluster" -> namespace || !spaced;
      case "Namespaced" -> !namespace && spaced;
      default -> true;
    };
  }

  private static boolean isAny(List<NamePattern> patterns, String name) {
    for (NamePattern pattern : patterns) {
      if (pattern.matches(name)) {
        return true;
      }
    }
    return false;
  }

  private boolean isSelected(Resource object, Optional<Resource> namespace, boolean spaced)
      throws MatchException {
    LabelSelector selector = namespaceLabels.orElseThrow();
    if (object.isNamespace()) {
      return selector.matches(object.labels());
    }
    if (!spaced) {
      return true;
    }
    if (namespace.isEmpty()) {
      throw new MatchException(
          "namespace selector for namespace-scoped object but missing Namespace");
    }
    return selector.matches(namespace.get().labels());
  }

  private static boolean isNamed(Resource object, NamePattern pattern) {
    return pattern.matches(object.name())
        || object
            .content()
            .get("metadata")
            .flatMap(metadata -> metadata.get("generateName"))
            .filter(generate -> pattern.matchesGenerated(generate.asText()))
            .isPresent();
  }

  private boolean isSource(Resource object, Review.Origin origin) throws MatchException {
    return switch (match.source()) {
      case "", "All" -> true;
      case "Generated", "Original" ->
          switch (origin) {
            case UNKNOWN ->
                throw new MatchException(
                    "source field not specified for resource " + object.name());
            case ORIGINAL -> match.source().equals("Original");
            case GENERATED -> match.source().equals("Generated");
          };
      default -> throw new MatchException("invalid source field \"" + match.source() + "\"");
    };
  }
}
