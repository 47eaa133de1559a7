package dev.landwaiter.rego.trace;

/// Follows an evaluation.
public interface Tracer {
  /// Whether events are to carry the variables bound, which costs time.
  boolean wantsLocals();

  void take(Event event);
}
