package dev.landwaiter.policy.gatekeeper.cel.function;

import static dev.landwaiter.policy.gatekeeper.cel.function.Operation.own;

import dev.landwaiter.policy.gatekeeper.cel.value.Item;
import dev.landwaiter.policy.gatekeeper.cel.value.Meter;
import dev.landwaiter.policy.gatekeeper.cel.value.Sameness;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What Kubernetes adds to lists, and the sets of CEL, which are lists, too.
///
/// `indexOf` and `lastIndexOf` are those of texts as well.
final class Lists {
  private static final List<String> ORDERED =
      List.of("int", "uint", "double", "bool", "duration", "timestamp", "string", "bytes");

  static final Library LIBRARY =
      new Library(
          declarations(),
          Map.ofEntries(
              Map.entry("isSorted", own(Lists::isSorted)),
              Map.entry("sum", own(Lists::sum)),
              Map.entry("min", own((a, meter) -> extreme(a[0], "min", -1, meter))),
              Map.entry("max", own((a, meter) -> extreme(a[0], "max", 1, meter))),
              Map.entry("sets.contains", own((a, meter) -> contains(a[0], a[1], meter))),
              Map.entry("sets.equivalent", own(Lists::equivalent)),
              Map.entry("sets.intersects", own(Lists::intersects))));

  private Lists() {}

  private static String declarations() {
    List<String> lines = new ArrayList<>();
    for (String type : ORDERED) {
      lines.add("isSorted list(" + type + ") . -> bool");
      lines.add("min list(" + type + ") . -> " + type);
      lines.add("max list(" + type + ") . -> " + type);
    }
    for (String type : List.of("int", "uint", "double", "duration")) {
      lines.add("sum list(" + type + ") . -> " + type);
    }
    lines.add("indexOf list(T) . T -> int");
    lines.add("lastIndexOf list(T) . T -> int");
    lines.add("sets.contains list(T) list(T) -> bool");
    lines.add("sets.equivalent list(T) list(T) -> bool");
    lines.add("sets.intersects list(T) list(T) -> bool");
    return String.join("\n", lines);
  }

  private static Item isSorted(Item[] arguments, Meter meter) {
    if (!(arguments[0] instanceof Item.Sequence list)) {
      return Item.Failure.NO_OVERLOAD;
    }
    meter.charge(Math.max(1, list.size()));
    for (int i = 1; i < list.size(); i++) {
      meter.walk((int) Operation.size(list.at(i)));
      int order = Sameness.order(list.at(i - 1), list.at(i));
      if (order == Sameness.NONE) {
        return Item.Failure.NO_OVERLOAD;
      }
      if (order > 0) {
        return Item.Bool.FALSE;
      }
    }
    return Item.Bool.TRUE;
  }

  /// Of an empty list it is the integer zero, whatever the list's type.
  private static Item sum(Item[] arguments, Meter meter) {
    if (!(arguments[0] instanceof Item.Sequence list)) {
      return Item.Failure.NO_OVERLOAD;
    }
    meter.charge(Math.max(1, list.size()));
    if (list.size() == 0) {
      return Item.Int.of(0);
    }
    Item sum = list.at(0);
    if (!Sameness.isNumber(sum) && !(sum instanceof Item.Span)) {
      return Item.Failure.NO_OVERLOAD;
    }
    for (int i = 1; i < list.size(); i++) {
      sum = Arithmetic.add(new Item[] {sum, list.at(i)}, meter);
      if (sum instanceof Item.Failure) {
        return sum;
      }
    }
    return sum;
  }

  private static Item extreme(Item item, String name, int wanted, Meter meter) {
    if (!(item instanceof Item.Sequence list)) {
      return Item.Failure.NO_OVERLOAD;
    }
    meter.charge(Math.max(1, list.size()));
    if (list.size() == 0) {
      return new Item.Failure(name + " called on empty list");
    }
    Item best = list.at(0);
    for (int i = 1; i < list.size(); i++) {
      meter.walk((int) Operation.size(list.at(i)));
      int order = Sameness.order(list.at(i), best);
      if (order == Sameness.NONE) {
        return Item.Failure.NO_OVERLOAD;
      }
      if (order == wanted) {
        best = list.at(i);
      }
    }
    return best;
  }

  static Item indexOf(Item.Sequence list, Item item, Meter meter) {
    meter.charge(Math.max(1, list.size()));
    for (int i = 0; i < list.size(); i++) {
      if (Sameness.same(list.at(i), item, meter)) {
        return Item.Int.of(i);
      }
    }
    return Item.Int.of(-1);
  }

  static Item lastIndexOf(Item.Sequence list, Item item, Meter meter) {
    meter.charge(Math.max(1, list.size()));
    for (int i = list.size() - 1; i >= 0; i--) {
      if (Sameness.same(list.at(i), item, meter)) {
        return Item.Int.of(i);
      }
    }
    return Item.Int.of(-1);
  }

  private static void charge(Item left, Item right, Meter meter) {
    meter.charge(1 + Operation.size(left) * Operation.size(right));
  }

  private static Item contains(Item left, Item right, Meter meter) {
    charge(left, right, meter);
    if (!(left instanceof Item.Sequence list) || !(right instanceof Item.Sequence part)) {
      return Item.Failure.NO_OVERLOAD;
    }
    for (int i = 0; i < part.size(); i++) {
      if (!Comparison.isIn(part.at(i), list, meter)) {
        return Item.Bool.FALSE;
      }
    }
    return Item.Bool.TRUE;
  }

  private static Item equivalent(Item[] arguments, Meter meter) {
    Item there = contains(arguments[0], arguments[1], meter);
    return there == Item.Bool.TRUE ? contains(arguments[1], arguments[0], meter) : there;
  }

  private static Item intersects(Item[] arguments, Meter meter) {
    charge(arguments[0], arguments[1], meter);
    if (!(arguments[0] instanceof Item.Sequence left)
        || !(arguments[1] instanceof Item.Sequence right)) {
      return Item.Failure.NO_OVERLOAD;
    }
    for (int i = 0; i < left.size(); i++) {
      if (Comparison.isIn(left.at(i), right, meter)) {
        return Item.Bool.TRUE;
      }
    }
    return Item.Bool.FALSE;
  }
}
