package dev.landwaiter.policy.gatekeeper.cel.node;

import dev.landwaiter.policy.gatekeeper.cel.value.Item;
import dev.landwaiter.policy.gatekeeper.cel.value.Meter;

/// An expression ready to be evaluated.
///
/// @param slots how many variables of comprehensions are alive at a time
public record Program(Node root, int slots) {
  /// Evaluates it.
  ///
  /// @param inputs the values of the variables, by their places in the environment
  /// @throws Meter.OverCost when that costs too much
  public Item run(Item[] inputs, Meter meter) {
    return root.evaluate(new Frame(inputs, slots, meter));
  }
}
