package dev.landwaiter.policy.gatekeeper.cel.function;

import static dev.landwaiter.policy.gatekeeper.cel.function.Operation.one;

import dev.landwaiter.policy.gatekeeper.cel.value.Item;
import dev.landwaiter.policy.gatekeeper.cel.value.MadeSequence;
import java.util.Map;

/// Values that may be missing. `or` and `orValue` are lazy, and so are no functions.
final class Optionals {
  static final Library LIBRARY =
      new Library(
          """
          unwrapOpt list(optional(T)) . -> list(T)
          """,
          Map.of(
              "optional.none", one((_, _) -> Item.Maybe.NONE),
              "optional.of", one((a, _) -> Item.Maybe.of(a[0])),
              "optional.ofNonZeroValue",
                  one((a, _) -> isZero(a[0]) ? Item.Maybe.NONE : Item.Maybe.of(a[0])),
              "hasValue", one((a, _) -> hasValue(a[0])),
              "value", one((a, _) -> value(a[0])),
              "optional.unwrap", one((a, _) -> unwrap(a[0])),
              "unwrapOpt", one((a, _) -> unwrap(a[0])),
              "first", one((a, _) -> end(a[0], true)),
              "last", one((a, _) -> end(a[0], false))));

  private Optionals() {}

  private static Item hasValue(Item item) {
    return item instanceof Item.Maybe maybe
        ? Item.Bool.of(maybe.content().isPresent())
        : Item.Failure.NO_OVERLOAD;
  }

  private static Item value(Item item) {
    return item instanceof Item.Maybe maybe
        ? maybe.content().orElseGet(() -> new Item.Failure("optional.none() dereference"))
        : Item.Failure.NO_OVERLOAD;
  }

  private static Item unwrap(Item item) {
    if (!(item instanceof Item.Sequence list)) {
      return Item.Failure.NO_OVERLOAD;
    }
    var present = new MadeSequence();
    for (int i = 0; i < list.size(); i++) {
      if (!(list.at(i) instanceof Item.Maybe maybe)) {
        return Item.Failure.NO_OVERLOAD;
      }
      maybe.content().ifPresent(present::add);
    }
    return present;
  }

  private static Item end(Item item, boolean first) {
    if (!(item instanceof Item.Sequence list)) {
      return Item.Failure.NO_OVERLOAD;
    }
    return list.size() == 0 ? Item.Maybe.NONE : Item.Maybe.of(list.at(first ? 0 : list.size() - 1));
  }

  private static boolean isZero(Item item) {
    return switch (item) {
      case Item.Null _ -> true;
      case Item.Bool flag -> !flag.isTrue();
      case Item.Int number -> number.value() == 0;
      case Item.Uint number -> number.bits() == 0;
      case Item.Real number -> number.value() == 0;
      case Item.Text text -> text.value().isEmpty();
      case Item.Bytes bytes -> bytes.octets().isEmpty();
      case Item.Sequence list -> list.size() == 0;
      case Item.Mapping map -> map.size() == 0;
      case Item.Span span -> span.value().isZero();
      case Item.Maybe maybe -> maybe.content().isEmpty();
      default -> false;
    };
  }
}
