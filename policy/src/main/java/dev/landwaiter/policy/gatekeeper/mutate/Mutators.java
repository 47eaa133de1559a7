package dev.landwaiter.policy.gatekeeper.mutate;

import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.policy.gatekeeper.ExternalData;
import dev.landwaiter.policy.gatekeeper.RefusedException;
import dev.landwaiter.policy.gatekeeper.Resource;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/// All mutators together (reference, section 11.1). Immutable.
public final class Mutators {
  public static final Mutators NONE = new Mutators(List.of());

  /// More rounds than this no chain of mutators needs.
  private static final int ROUND_LIMIT = 1000;

  private final List<Mutator> mutators;

  private Mutators(List<Mutator> mutators) {
    this.mutators = mutators;
  }

  /// Puts mutators together; of two with one name the later counts.
  ///
  /// @throws RefusedException when two take one place of objects for different things
  public static Mutators of(Collection<Mutator> mutators) throws RefusedException {
    var sorted = new TreeMap<Mutator.Id, Mutator>();
    mutators.forEach(mutator -> sorted.put(mutator.id(), mutator));
    var conflicts = new Conflicts();
    for (Mutator mutator : sorted.values()) {
      conflicts.add(mutator);
    }
    return new Mutators(List.copyOf(sorted.values()));
  }

  public boolean isEmpty() {
    return mutators.isEmpty();
  }

  /// The object after all mutators that match it, applied in order again and again until a whole
  /// round changes nothing; the object itself when nothing changes.
  ///
  /// @throws MutationException when a mutator cannot be applied, an external provider fails, no end
  ///   comes within as many rounds as there are mutators and one more, or a limit is passed: 1000
  ///   rounds, 5 million steps
  public ObjectValue mutate(Subject subject, ExternalData external) throws MutationException {
    if (mutators.isEmpty()) {
      return subject.object();
    }
    var budget = new Target.Budget();
    ObjectValue now = subject.object();
    int rounds = Math.min(mutators.size() + 1, ROUND_LIMIT);
    for (int round = 0; round < rounds; round++) {
      ObjectValue before = now;
      now = round(subject, now, budget);
      if (now.equals(before)) {
        return answered(subject, now, budget, external);
      }
    }
    Resource resource = Resource.of(subject.object());
    throw new MutationException(
        "the mutators of %s %s still change it after %d rounds"
            .formatted(resource.type().kind(), resource.path(), rounds));
  }

  private ObjectValue round(Subject subject, ObjectValue object, Target.Budget budget)
      throws MutationException {
    ObjectValue now = object;
    Resource resource = Resource.of(now);
    for (Mutator mutator : mutators) {
      budget.take(1);
      if (mutator.matches(resource, subject)) {
        ObjectValue next = mutator.apply(now, new Target(now, budget, Target.Answers.NONE));
        if (!next.equals(now)) {
          now = next;
          resource = Resource.of(now);
        }
      }
    }
    return now;
  }

  private ObjectValue answered(
      Subject subject, ObjectValue object, Target.Budget budget, ExternalData external)
      throws MutationException {
    ObjectValue now = object;
    for (Mutator mutator : mutators) {
      if (mutator.change() instanceof Change.PutExternal(External source)
          && mutator.matches(Resource.of(now), subject)) {
        var asked = new Asked(source, subject.username());
        var _ = mutator.apply(now, new Target(now, budget, asked::note));
        asked.ask(external);
        now = mutator.apply(now, new Target(now, budget, asked::answer));
      }
    }
    return now;
  }
}
