package dev.landwaiter.policy.gatekeeper;

import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import java.util.List;
import java.util.function.Function;

/// A template made ready by its engine. Immutable; any number of threads may use it.
@FunctionalInterface
public interface Judge {
  /// Judges one object under one constraint that matches it. Errors of an evaluation are violations
  /// with the error as message.
  ///
  /// @throws ReviewException when the review as a whole cannot go on
  Judgement judge(Review review, Constraint constraint, Surroundings surroundings)
      throws ReviewException;

  /// Tells which place in the object a violation is about, as a path; none where it is not known.
  /// Asked only for objects that have violations.
  default Function<Violation, List<Value>> places(
      Review review, Constraint constraint, ObjectValue inventory) {
    return _ -> List.of();
  }
}
