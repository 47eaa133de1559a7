package dev.landwaiter.policy.gatekeeper.cel.function;

import static dev.landwaiter.policy.gatekeeper.cel.function.Operation.one;
import static dev.landwaiter.policy.gatekeeper.cel.function.Operation.own;
import static dev.landwaiter.policy.gatekeeper.cel.function.Operation.walk;

import dev.landwaiter.policy.gatekeeper.cel.value.Item;
import dev.landwaiter.policy.gatekeeper.cel.value.MadeMapping;
import dev.landwaiter.policy.gatekeeper.cel.value.Meter;
import dev.landwaiter.policy.gatekeeper.cel.value.Told;
import java.util.Map;

/// What every CEL has for texts, sizes and types, and what macros turn into.
final class Basics {
  static final Library LIBRARY =
      new Library(
          "",
          Map.ofEntries(
              Map.entry("size", one((a, meter) -> size(a[0], meter))),
              Map.entry("contains", own(Basics::contains)),
              Map.entry("startsWith", walk((a, _) -> texts(a, Basics::startsWith))),
              Map.entry("endsWith", walk((a, _) -> texts(a, Basics::endsWith))),
              Map.entry("dyn", one((a, _) -> a[0])),
              Map.entry("type", one((a, _) -> new Item.Type(a[0].typeName()))),
              Map.entry("!_", one((a, _) -> not(a[0]))),
              Map.entry("cel.@mapInsert", one((a, _) -> insert(a)))));

  private Basics() {}

  private static Item size(Item item, Meter meter) {
    return switch (item) {
      case Item.Text text -> {
        meter.walk(text.value().length());
        yield Item.Int.of(text.value().codePointCount(0, text.value().length()));
      }
      case Item.Bytes bytes -> Item.Int.of(bytes.octets().length());
      case Item.Sequence list -> Item.Int.of(list.size());
      case Item.Mapping map -> Item.Int.of(map.size());
      default -> Arithmetic.unknown("size");
    };
  }

  private static Item not(Item item) {
    return item instanceof Item.Bool flag ? Item.Bool.of(!flag.isTrue()) : Item.Failure.NO_OVERLOAD;
  }

  /// A question about two texts.
  private interface Question {
    boolean ask(String first, String second);
  }

  private static Item texts(Item[] arguments, Question question) {
    return arguments[0] instanceof Item.Text first && arguments[1] instanceof Item.Text second
        ? Item.Bool.of(question.ask(first.value(), second.value()))
        : Item.Failure.NO_OVERLOAD;
  }

  private static boolean startsWith(String text, String start) {
    return text.startsWith(start);
  }

  private static boolean endsWith(String text, String end) {
    return text.endsWith(end);
  }

  private static Item contains(Item[] arguments, Meter meter) {
    meter.charge(tenth(Operation.size(arguments[0])) * tenth(Operation.size(arguments[1])));
    return texts(arguments, String::contains);
  }

  private static long tenth(long size) {
    return (size + 9) / 10;
  }

  /// Puts entries into the map that a macro is making.
  private static Item insert(Item[] arguments) {
    if (!(arguments[0] instanceof MadeMapping map)) {
      return Item.Failure.NO_OVERLOAD;
    }
    if (arguments.length == 3) {
      return put(map, arguments[1], arguments[2]);
    }
    if (!(arguments[1] instanceof Item.Mapping more)) {
      return Item.Failure.NO_OVERLOAD;
    }
    for (Item key : more.keys()) {
      var value = more.find(key);
      if (value.isPresent() && put(map, key, value.get()) instanceof Item.Failure failure) {
        return failure;
      }
    }
    return map;
  }

  private static Item put(MadeMapping map, Item key, Item value) {
    if (!MadeMapping.isKey(key)) {
      return new Item.Failure("unsupported key type: " + key.typeName());
    }
    return map.put(key, value)
        ? map
        : new Item.Failure("insert failed: key " + Told.plain(key) + " already exists");
  }
}
