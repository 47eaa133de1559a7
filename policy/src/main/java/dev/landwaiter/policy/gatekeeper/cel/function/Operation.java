package dev.landwaiter.policy.gatekeeper.cel.function;

import dev.landwaiter.policy.gatekeeper.cel.value.Item;
import dev.landwaiter.policy.gatekeeper.cel.value.Meter;

/// A function that expressions may call.
///
/// @param body what it does
/// @param price what a call costs
public record Operation(Body body, Price price) {
  /// What a function does with arguments of which none is a failure.
  @FunctionalInterface
  public interface Body {
    /// The result, or [Item.Failure#NO_OVERLOAD] for arguments it does not take.
    Item apply(Item[] arguments, Meter meter);
  }

  /// What a call costs.
  public enum Price {
    /// One unit.
    ONE,
    /// What it takes to walk through the first argument.
    WALK,
    /// The body charges by itself.
    OWN
  }

  static Operation one(Body body) {
    return new Operation(body, Price.ONE);
  }

  static Operation walk(Body body) {
    return new Operation(body, Price.WALK);
  }

  static Operation own(Body body) {
    return new Operation(body, Price.OWN);
  }

  /// Calls it and charges for it.
  public Item call(Item[] arguments, Meter meter) {
    Item result = body.apply(arguments, meter);
    switch (price) {
      case ONE -> meter.charge(1);
      case WALK -> meter.traverse(size(arguments[0]));
      case OWN -> {}
    }
    return result;
  }

  /// The size as it counts for the cost; that of scalars is one.
  static long size(Item item) {
    return switch (item) {
      case Item.Text text -> text.value().length();
      case Item.Bytes bytes -> bytes.octets().length();
      case Item.Sequence list -> list.size();
      case Item.Mapping map -> map.size();
      default -> 1;
    };
  }
}
