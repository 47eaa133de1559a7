package dev.landwaiter.policy.gatekeeper.cel.node;

import dev.landwaiter.policy.gatekeeper.cel.value.Item;
import dev.landwaiter.policy.gatekeeper.cel.value.Told;
import java.util.Optional;

/// Nodes that take members of maps and elements of lists.
public final class Access {
  private Access() {}

  /// `operand.field`, or `operand[index]`.
  public static Node member(Node operand, Node key) {
    return frame -> {
      Item container = operand.evaluate(frame);
      if (container instanceof Item.Failure) {
        return container;
      }
      Item at = key.evaluate(frame);
      if (at instanceof Item.Failure) {
        return at;
      }
      frame.meter().charge(1);
      return container instanceof Item.Maybe maybe ? through(maybe, at) : find(container, at);
    };
  }

  /// `operand.?field`, or `operand[?index]`.
  public static Node optionalMember(Node operand, Node key) {
    return frame -> {
      Item container = operand.evaluate(frame);
      if (container instanceof Item.Failure) {
        return container;
      }
      Item at = key.evaluate(frame);
      if (at instanceof Item.Failure) {
        return at;
      }
      frame.meter().charge(1);
      return through(container instanceof Item.Maybe maybe ? maybe : Item.Maybe.of(container), at);
    };
  }

  /// `has(operand.field)`, which costs nothing.
  public static Node has(Node operand, Item field) {
    return frame -> {
      Item container = operand.evaluate(frame);
      if (container instanceof Item.Failure) {
        return container;
      }
      Item inner =
          container instanceof Item.Maybe maybe
              ? maybe.content().orElse(Item.Null.NULL)
              : container;
      Optional<Item> found = lookUp(inner, field);
      return found.isPresent() && found.get() instanceof Item.Failure failure
          ? failure
          : Item.Bool.of(found.isPresent());
    };
  }

  /// A member of what may be missing may be missing, too.
  private static Item through(Item.Maybe container, Item key) {
    if (container.content().isEmpty()) {
      return Item.Maybe.NONE;
    }
    Optional<Item> found = lookUp(container.content().get(), key);
    if (found.isEmpty()) {
      return Item.Maybe.NONE;
    }
    return found.get() instanceof Item.Failure failure ? failure : Item.Maybe.of(found.get());
  }

  private static Item find(Item container, Item key) {
    Optional<Item> found = lookUp(container, key);
    return found.isPresent()
        ? found.get()
        : container instanceof Item.Sequence ? Told.outside(key) : Told.noKey(key);
  }

  private static Optional<Item> lookUp(Item container, Item key) {
    return switch (container) {
      case Item.Mapping map -> map.find(key);
      case Item.Sequence list -> element(list, key);
      default -> Optional.empty();
    };
  }

  private static Optional<Item> element(Item.Sequence list, Item key) {
    return switch (key) {
      case Item.Int number -> at(list, number.value());
      case Item.Uint number -> at(list, number.bits());
      case Item.Real number when number.value() == (long) number.value() ->
          at(list, (long) number.value());
      case Item.Real number ->
          Optional.of(
              new Item.Failure("unsupported index value " + Told.plain(number) + " in list"));
      default ->
          Optional.of(new Item.Failure("unsupported index type '" + key.typeName() + "' in list"));
    };
  }

  private static Optional<Item> at(Item.Sequence list, long index) {
    return index >= 0 && index < list.size() ? Optional.of(list.at((int) index)) : Optional.empty();
  }
}
