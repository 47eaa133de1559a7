package dev.landwaiter.policy.gatekeeper.cel.run;

import dev.landwaiter.policy.gatekeeper.cel.check.Checked;
import dev.landwaiter.policy.gatekeeper.cel.value.Item;
import dev.landwaiter.policy.gatekeeper.cel.value.Meter;

/// An expression of a template, compiled.
///
/// @param name of a variable or a match condition, else empty
record Expression(String name, String text, Checked checked) {
  /// Evaluates it; a failure tells what Kubernetes tells.
  ///
  /// @throws Meter.OverCost when that costs too much
  Item evaluate(Inputs inputs) {
    return switch (checked) {
      case Checked.Wrong wrong -> new Item.Failure("compilation error: " + wrong.text());
      case Checked.Fine fine -> {
        Item item = inputs.run(fine.program());
        yield item instanceof Item.Failure failure
            ? new Item.Failure("expression '" + text + "' resulted in error: " + failure.message())
            : item;
      }
    };
  }
}
