package dev.landwaiter.base.value;

/// Held by containers known to be equal, so that they are not compared again: containers that share
/// parts (`a := [b, b]`, `b := [c, c]`, …) would otherwise be compared part by part in exponential
/// time. Equality is transitive and values do not change, so a mark may be lost or replaced by
/// another thread without harm.
final class Sameness {
  /// Whether comparing these values anew would be more than one look at each.
  static boolean isWorthwhile(Value[] values) {
    for (Value value : values) {
      if (value.rank() > StringValue.RANK) {
        return true;
      }
    }
    return false;
  }
}
