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

  /// The slot of a bound variable.
  int of(String name) {
    Integer slot = byName.get(name);
    if (slot == null) {
      throw new Unbound(name);
    }
    return slot;
  }

  /// A new slot for a variable that becomes bound. Variables of closures beside each other may have
  /// the same name and are not the same.
  int bind(String name) {
    byName.put(name, count);
    return count++;
  }

  /// Lets a variable that becomes bound share the slot of what it equals.
  void alias(String name, int slot) {
    byName.put(name, slot);
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
