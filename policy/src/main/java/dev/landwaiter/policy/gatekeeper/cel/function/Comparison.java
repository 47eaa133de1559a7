package dev.landwaiter.policy.gatekeeper.cel.function;

import static dev.landwaiter.policy.gatekeeper.cel.function.Operation.own;

import dev.landwaiter.policy.gatekeeper.cel.value.Item;
import dev.landwaiter.policy.gatekeeper.cel.value.Meter;
import dev.landwaiter.policy.gatekeeper.cel.value.Sameness;
import java.util.Map;

/// `== != < <= > >=` and `in`.
final class Comparison {
  static final Library LIBRARY =
      new Library(
          "",
          Map.of(
              "_==_", own((a, meter) -> Item.Bool.of(same(a, meter))),
              "_!=_", own((a, meter) -> Item.Bool.of(!same(a, meter))),
              "_<_", own((a, meter) -> order("_<_", a, meter)),
              "_<=_", own((a, meter) -> order("_<=_", a, meter)),
              "_>_", own((a, meter) -> order("_>_", a, meter)),
              "_>=_", own((a, meter) -> order("_>=_", a, meter)),
              "@in", own(Comparison::in)));

  private Comparison() {}

  private static boolean same(Item[] arguments, Meter meter) {
    charge(arguments, meter);
    return Sameness.same(arguments[0], arguments[1], meter);
  }

  private static void charge(Item[] arguments, Meter meter) {
    meter.traverse(Math.min(Operation.size(arguments[0]), Operation.size(arguments[1])));
  }

  private static Item order(String operator, Item[] arguments, Meter meter) {
    charge(arguments, meter);
    int order = Sameness.order(arguments[0], arguments[1]);
    if (order == Sameness.NONE) {
      return Sameness.isOrdered(arguments[0])
          ? Item.Failure.NO_OVERLOAD
          : Arithmetic.unknown(operator);
    }
    if (isNaN(arguments[0]) || isNaN(arguments[1])) {
      return new Item.Failure("NaN values cannot be ordered");
    }
    return Item.Bool.of(
        switch (operator) {
          case "_<_" -> order < 0;
          case "_<=_" -> order <= 0;
          case "_>_" -> order > 0;
          default -> order >= 0;
        });
  }

  private static boolean isNaN(Item item) {
    return item instanceof Item.Real real && Double.isNaN(real.value());
  }

  private static Item in(Item[] arguments, Meter meter) {
    return switch (arguments[1]) {
      case Item.Sequence list -> {
        meter.charge(list.size());
        yield Item.Bool.of(isIn(arguments[0], list, meter));
      }
      case Item.Mapping map -> {
        meter.charge(1);
        yield Item.Bool.of(map.find(arguments[0]).isPresent());
      }
      default -> Item.Failure.NO_OVERLOAD;
    };
  }

  static boolean isIn(Item item, Item.Sequence list, Meter meter) {
    for (int i = 0; i < list.size(); i++) {
      if (Sameness.same(item, list.at(i), meter)) {
        return true;
      }
    }
    return false;
  }
}
