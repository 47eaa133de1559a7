package dev.landwaiter.policy.gatekeeper.mutate;

import dev.landwaiter.base.value.Value;
import java.util.Optional;

/// The object at hand, as a [Change] sees it, with the work that is left for it.
///
/// @param answers of external providers
record Target(Value object, Budget budget, Answers answers) {
  /// Answers to what stands at a location.
  interface Answers {
    Answers NONE = old -> old;

    /// The value in the place of the old one, where there is one.
    Optional<Value> answer(Optional<Value> old) throws MutationException;
  }

  /// What the changes of one object may still cost: steps on the way, and values set.
  static final class Budget {
    static final long STEPS = 5_000_000;
    private long left = STEPS;

    void take(long steps) throws MutationException {
      left -= steps;
      if (left < 0) {
        throw new MutationException(
            "the mutators of one object take more than the %,d steps they may".formatted(STEPS));
      }
    }
  }

  void take(long steps) throws MutationException {
    budget.take(steps);
  }

  /// A text of the object's metadata, or the empty text.
  String metadata(String field) {
    return object.get("metadata").map(metadata -> metadata.text(field)).orElse("");
  }
}
