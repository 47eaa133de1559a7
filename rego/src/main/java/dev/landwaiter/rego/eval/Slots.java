package dev.landwaiter.rego.eval;

import java.util.HashMap;
import java.util.Map;

/// Gives the variables of one rule, and those of the closures inside it, their slots.
final class Slots {
  private final Map<String, Integer> byName = new HashMap<>();
  private int count;
  private int gatherings;

  /// How large a frame is.
  record Size(int slots, int gatherings) {}

  /// The slot of a variable. Variables of the same name in closures beside each other share one:
  /// they are never alive at the same time.
  int of(String name) {
    return byName.computeIfAbsent(name, _ -> count++);
  }

  /// A slot for a value without a name.
  int fresh() {
    return count++;
  }

  int gathering() {
    return gatherings++;
  }

  /// To be asked for when all is compiled.
  Size size() {
    return new Size(count, gatherings);
  }
}
