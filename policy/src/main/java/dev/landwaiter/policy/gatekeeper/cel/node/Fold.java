package dev.landwaiter.policy.gatekeeper.cel.node;

import dev.landwaiter.policy.gatekeeper.cel.value.Item;
import dev.landwaiter.policy.gatekeeper.cel.value.MadeSequence;

/// A comprehension: what `all`, `exists`, `map`, `filter` and their like turn into.
///
/// @param range a list or a map
/// @param accumulator the slot of what is gathered
/// @param first the slot of the element or key; of the index where there are two variables and a
///   list
/// @param second the slot of the value, or -1 where there is one variable
/// @param start what is gathered before the first round
/// @param condition ends the rounds when plainly false
/// @param step one round
/// @param result what becomes of what was gathered
public record Fold(
    Node range,
    int accumulator,
    int first,
    int second,
    Node start,
    Node condition,
    Node step,
    Node result)
    implements Node {
  @Override
  public Item evaluate(Frame frame) {
    Item over = range.evaluate(frame);
    frame.set(accumulator, start.evaluate(frame));
    switch (over) {
      case Item.Sequence list -> {
        for (int i = 0; i < list.size(); i++) {
          frame.set(first, second < 0 ? list.at(i) : Item.Int.of(i));
          if (second >= 0) {
            frame.set(second, list.at(i));
          }
          if (!round(frame)) {
            break;
          }
        }
      }
      case Item.Mapping map -> {
        for (Item key : map.keys()) {
          frame.set(first, key);
          if (second >= 0) {
            frame.set(second, map.find(key).orElse(Item.Null.NULL));
          }
          if (!round(frame)) {
            break;
          }
        }
      }
      case Item.Failure failure -> {
        return failure;
      }
      default -> {
        return new Item.Failure("got '" + goType(over) + "', expected iterable type");
      }
    }
    return result.evaluate(frame);
  }

  /// Whether the next round may come.
  private boolean round(Frame frame) {
    frame.meter().step();
    if (condition.evaluate(frame) == Item.Bool.FALSE) {
      return false;
    }
    frame.set(accumulator, step.evaluate(frame));
    return true;
  }

  private static String goType(Item item) {
    return switch (item) {
      case Item.Null _ -> "types.Null";
      case Item.Bool _ -> "types.Bool";
      case Item.Int _ -> "types.Int";
      case Item.Uint _ -> "types.Uint";
      case Item.Real _ -> "types.Double";
      case Item.Text _ -> "types.String";
      case Item.Bytes _ -> "types.Bytes";
      case Item.Time _ -> "types.Timestamp";
      case Item.Span _ -> "types.Duration";
      case Item.Maybe _ -> "*types.Optional";
      default -> item.typeName();
    };
  }

  /// Puts one more element behind those that are gathered, which nobody else has.
  ///
  /// @param accumulator the slot of the list in the making
  public static Node append(int accumulator, Node element) {
    return frame -> {
      Item gathered = frame.slot(accumulator);
      if (gathered instanceof Item.Failure) {
        return gathered;
      }
      Item item = element.evaluate(frame);
      if (item instanceof Item.Failure) {
        return item;
      }
      // The name, the list of one, and the addition.
      frame.meter().charge(12);
      if (!(gathered instanceof MadeSequence list)) {
        return Item.Failure.NO_OVERLOAD;
      }
      list.add(item);
      return list;
    };
  }
}
