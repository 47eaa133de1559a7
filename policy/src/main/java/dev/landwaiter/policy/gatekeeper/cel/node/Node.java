package dev.landwaiter.policy.gatekeeper.cel.node;

import dev.landwaiter.policy.gatekeeper.cel.value.Item;

/// A part of an expression. Immutable; any number of threads may evaluate it.
@FunctionalInterface
public interface Node {
  /// Its value; what goes wrong is one, too.
  Item evaluate(Frame frame);
}
