package dev.landwaiter.policy.score;

import dev.landwaiter.base.value.Value;
import java.util.List;

/// What one rule saw at one place of an object.
///
/// @param container that it belongs to, or empty for the pod and the object themselves
/// @param state what it saw
/// @param path from the object's root to the value that it looks at, whether that is there or not
/// @param mend what would turn it round
public record Spot(String container, State state, List<Value> path, Mend mend) {
  public Spot {
    path = List.copyOf(path);
  }

  /// What was seen.
  public enum State {
    /// The value itself meets the rule.
    MATCHES,
    /// There is no value, and that of the pod meets the rule.
    INHERITS,
    /// The rule is not met.
    MISSES;

    public boolean counts() {
      return this != MISSES;
    }
  }

  /// What would turn a spot round.
  public sealed interface Mend {
    /// Writing a value.
    ///
    /// @param example whether any other value of its kind would do, so that the user chooses
    record Put(Value value, boolean example) implements Mend {}

    /// Taking the value away.
    record Drop() implements Mend {}

    /// Taking out of a list what has a text in it.
    record Without(String text) implements Mend {}

    /// Something that only a person can decide, in a clause.
    record Advice(String text) implements Mend {}
  }
}
