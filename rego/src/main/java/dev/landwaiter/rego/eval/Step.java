package dev.landwaiter.rego.eval;

/// One step of a body. It calls the step behind it once for each way in which it holds.
abstract class Step {
  /// Goes on with the search.
  ///
  /// @return whether the search is over: whoever waits for it has seen enough
  abstract boolean run(Frame frame);

  /// What makes a step, once the step behind it is known.
  @FunctionalInterface
  interface Link {
    Step before(Step next);
  }
}
