package dev.landwaiter.policy.gatekeeper.mutate;

import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.policy.gatekeeper.RefusedException;
import dev.landwaiter.policy.gatekeeper.Resource;
import dev.landwaiter.policy.gatekeeper.match.MatchException;
import dev.landwaiter.policy.gatekeeper.match.Matcher;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// One mutator, ready to be applied.
public final class Mutator {
  public static final String GROUP = "mutations.gatekeeper.sh";

  /// What tells mutators apart; they are applied in this order.
  public record Id(String kind, String namespace, String name) implements Comparable<Id> {
    private static final Comparator<Id> ORDER =
        Comparator.comparing(Id::kind).thenComparing(Id::namespace).thenComparing(Id::name);

    @Override
    public int compareTo(Id other) {
      return ORDER.compare(this, other);
    }

    /// `KIND NAME`.
    @Override
    public String toString() {
      return kind + " " + (namespace.isEmpty() ? "" : namespace + "/") + name;
    }
  }

  /// Where a mutator changes objects, and on which conditions.
  record Place(Location location, PathTests tests) {}

  private final Id id;
  private final Optional<List<ApplyTo>> applyTo;
  private final Matcher matcher;
  private final Place place;
  private final Change change;

  /// @param applyTo empty for every object
  Mutator(Id id, Optional<List<ApplyTo>> applyTo, Matcher matcher, Place place, Change change) {
    this.id = id;
    this.applyTo = applyTo.map(List::copyOf);
    this.matcher = matcher;
    this.place = place;
    this.change = change;
  }

  /// Reads a mutator of any of the four kinds and any version.
  ///
  /// @throws RefusedException when it cannot be used
  public static Mutator of(Resource resource) throws RefusedException {
    return new MutatorReader(resource).read();
  }

  public static boolean isMutator(Resource resource) {
    return resource.type().group().equals(GROUP);
  }

  public Id id() {
    return id;
  }

  public Location location() {
    return place.location();
  }

  Optional<List<ApplyTo>> applyTo() {
    return applyTo;
  }

  Change change() {
    return change;
  }

  /// Whether this mutator is for an object.
  ///
  /// @throws MutationException when its criteria cannot be told
  boolean matches(Resource object, Subject subject) throws MutationException {
    if (applyTo.isPresent()
        && applyTo.get().stream()
            .noneMatch(entry -> entry.matches(object.type()) && entry.isFor(subject.operation()))) {
      return false;
    }
    try {
      return matcher.mismatch(object, subject.namespace(), subject.origin()).isEmpty();
    } catch (MatchException e) {
      throw new MutationException(id + ": " + e.text());
    }
  }

  /// The object after the change; the object itself when nothing changes.
  ObjectValue apply(ObjectValue object, Target target) throws MutationException {
    try {
      return (ObjectValue) new Walk(place, change, target).over(object);
    } catch (MutationException e) {
      throw new MutationException(id + ": " + e.text());
    }
  }
}
