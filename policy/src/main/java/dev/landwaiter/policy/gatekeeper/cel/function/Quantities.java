package dev.landwaiter.policy.gatekeeper.cel.function;

import static dev.landwaiter.policy.gatekeeper.cel.function.Operation.one;
import static dev.landwaiter.policy.gatekeeper.cel.function.Operation.walk;

import dev.landwaiter.policy.gatekeeper.cel.value.Item;
import java.math.BigDecimal;
import java.util.Map;
import java.util.function.BinaryOperator;

/// What expressions do with amounts.
final class Quantities {
  static final Library LIBRARY =
      new Library(
          """
          quantity string -> kubernetes.Quantity
          isQuantity string -> bool
          sign kubernetes.Quantity . -> int
          isInteger kubernetes.Quantity . -> bool
          asInteger kubernetes.Quantity . -> int
          asApproximateFloat kubernetes.Quantity . -> double
          add kubernetes.Quantity . kubernetes.Quantity -> kubernetes.Quantity
          add kubernetes.Quantity . int -> kubernetes.Quantity
          sub kubernetes.Quantity . kubernetes.Quantity -> kubernetes.Quantity
          sub kubernetes.Quantity . int -> kubernetes.Quantity
          """,
          Map.ofEntries(
              Map.entry("quantity", walk((a, _) -> quantity(a[0]))),
              Map.entry("isQuantity", walk((a, _) -> isQuantity(a[0]))),
              Map.entry("sign", one((a, _) -> sign(a[0]))),
              Map.entry("isInteger", one((a, _) -> isInteger(a[0]))),
              Map.entry("asInteger", one((a, _) -> asInteger(a[0]))),
              Map.entry("asApproximateFloat", one((a, _) -> asReal(a[0]))),
              Map.entry("add", one((a, _) -> combine(a, BigDecimal::add))),
              Map.entry("sub", one((a, _) -> combine(a, BigDecimal::subtract)))));

  private Quantities() {}

  private static Item quantity(Item item) {
    return item instanceof Item.Text text ? Quantity.parse(text.value()) : Item.Failure.NO_OVERLOAD;
  }

  private static Item isQuantity(Item item) {
    return item instanceof Item.Text text
        ? Item.Bool.of(Quantity.parse(text.value()) instanceof Quantity)
        : Item.Failure.NO_OVERLOAD;
  }

  private static Item sign(Item item) {
    return item instanceof Quantity quantity
        ? Item.Int.of(quantity.amount().signum())
        : Item.Failure.NO_OVERLOAD;
  }

  private static Item isInteger(Item item) {
    return item instanceof Quantity quantity
        ? Item.Bool.of(quantity.whole().isPresent())
        : Item.Failure.NO_OVERLOAD;
  }

  private static Item asInteger(Item item) {
    if (!(item instanceof Quantity quantity)) {
      return Item.Failure.NO_OVERLOAD;
    }
    var whole = quantity.whole();
    return whole.isPresent()
        ? Item.Int.of(whole.getAsLong())
        : new Item.Failure("cannot convert value to integer");
  }

  private static Item asReal(Item item) {
    return item instanceof Quantity quantity
        ? new Item.Real(quantity.amount().doubleValue())
        : Item.Failure.NO_OVERLOAD;
  }

  private static Item combine(Item[] arguments, BinaryOperator<BigDecimal> operator) {
    if (!(arguments[0] instanceof Quantity left)) {
      return Item.Failure.NO_OVERLOAD;
    }
    return switch (arguments[1]) {
      case Quantity right -> new Quantity(operator.apply(left.amount(), right.amount()));
      case Item.Int right ->
          new Quantity(operator.apply(left.amount(), BigDecimal.valueOf(right.value())));
      default -> Item.Failure.NO_OVERLOAD;
    };
  }
}
