package dev.landwaiter.policy.gatekeeper;

/// A template made ready by its engine. Immutable; any number of threads may use it.
@FunctionalInterface
public interface Judge {
  /// Judges one object under one constraint that matches it. Errors of an evaluation are violations
  /// with the error as message.
  ///
  /// @throws ReviewException when the review as a whole cannot go on
  Judgement judge(Review review, Constraint constraint, Surroundings surroundings)
      throws ReviewException;
}
