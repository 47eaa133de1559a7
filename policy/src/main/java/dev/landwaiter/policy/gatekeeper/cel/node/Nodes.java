package dev.landwaiter.policy.gatekeeper.cel.node;

import dev.landwaiter.policy.gatekeeper.cel.value.Item;
import dev.landwaiter.policy.gatekeeper.cel.value.MadeMapping;
import dev.landwaiter.policy.gatekeeper.cel.value.MadeSequence;
import java.util.ArrayList;
import java.util.List;

/// Nodes for names, literals and logic.
public final class Nodes {
  /// What making a list and a map costs.
  private static final int LIST = 10;

  private static final int MAP = 30;

  private Nodes() {}

  public static Node constant(Item item) {
    return _ -> item;
  }

  /// A variable of the environment.
  public static Node input(int index) {
    return frame -> {
      frame.meter().charge(1);
      return frame.input(index);
    };
  }

  /// A variable of a comprehension.
  public static Node slot(int index) {
    return frame -> {
      frame.meter().charge(1);
      return frame.slot(index);
    };
  }

  /// False when one side is, whatever the other has; else the first failure.
  public static Node and(Node left, Node right) {
    return frame -> junction(left, right, Item.Bool.FALSE, frame);
  }

  /// True when one side is, whatever the other has; else the first failure.
  public static Node or(Node left, Node right) {
    return frame -> junction(left, right, Item.Bool.TRUE, frame);
  }

  private static Item junction(Node left, Node right, Item.Bool decisive, Frame frame) {
    Item first = left.evaluate(frame);
    if (first == decisive) {
      return decisive;
    }
    Item second = right.evaluate(frame);
    if (second == decisive) {
      return decisive;
    }
    Item one = flag(first);
    return one instanceof Item.Failure ? one : flag(second);
  }

  private static Item flag(Item item) {
    return item instanceof Item.Bool || item instanceof Item.Failure
        ? item
        : Item.Failure.NO_OVERLOAD;
  }

  public static Node conditional(Node condition, Node yes, Node no) {
    return frame ->
        switch (condition.evaluate(frame)) {
          case Item.Bool flag -> (flag.isTrue() ? yes : no).evaluate(frame);
          case Item.Failure failure -> failure;
          default -> Item.Failure.NO_OVERLOAD;
        };
  }

  /// Whether something is anything but plainly false.
  public static Node notStrictlyFalse(Node node) {
    return frame -> {
      Item item = node.evaluate(frame);
      frame.meter().charge(1);
      return Item.Bool.of(item != Item.Bool.FALSE);
    };
  }

  /// The value of an optional, or what else is given.
  public static Node orValue(Node optional, Node other) {
    return frame ->
        switch (optional.evaluate(frame)) {
          case Item.Maybe maybe ->
              maybe.content().isPresent() ? maybe.content().get() : other.evaluate(frame);
          case Item.Failure failure -> failure;
          default -> Item.Failure.NO_OVERLOAD;
        };
  }

  /// The first of two optionals that has a value.
  public static Node orOptional(Node optional, Node other) {
    return frame ->
        switch (optional.evaluate(frame)) {
          case Item.Maybe maybe -> maybe.content().isPresent() ? maybe : other.evaluate(frame);
          case Item.Failure failure -> failure;
          default -> Item.Failure.NO_OVERLOAD;
        };
  }

  /// One element of a list literal.
  ///
  /// @param optional leaves it out when its value is missing
  public record Element(Node node, boolean optional) {}

  public static Node list(List<Element> given) {
    List<Element> elements = List.copyOf(given);
    return frame -> {
      List<Item> items = new ArrayList<>(elements.size());
      for (Element element : elements) {
        Item item = element.node.evaluate(frame);
        if (item instanceof Item.Failure) {
          return item;
        }
        if (!element.optional) {
          items.add(item);
        } else if (item instanceof Item.Maybe maybe) {
          maybe.content().ifPresent(items::add);
        } else {
          return notOptional("list element", item);
        }
      }
      frame.meter().charge(LIST);
      return MadeSequence.of(items);
    };
  }

  private static Item notOptional(String what, Item item) {
    return new Item.Failure(
        "cannot initialize optional " + what + " from non-optional value " + item.typeName());
  }

  /// One entry of a map literal.
  ///
  /// @param optional leaves it out when its value is missing
  public record Entry(Node key, Node value, boolean optional) {}

  public static Node map(List<Entry> given) {
    List<Entry> entries = List.copyOf(given);
    return frame -> {
      var map = new MadeMapping();
      for (Entry entry : entries) {
        Item key = entry.key.evaluate(frame);
        Item value = entry.value.evaluate(frame);
        if (key instanceof Item.Failure || value instanceof Item.Failure) {
          return key instanceof Item.Failure ? key : value;
        }
        if (!MadeMapping.isKey(key)) {
          return new Item.Failure("unsupported key type: " + key.typeName());
        }
        if (!entry.optional) {
          map.set(key, value);
        } else if (value instanceof Item.Maybe maybe) {
          maybe.content().ifPresent(content -> map.set(key, content));
        } else {
          return notOptional("entry", value);
        }
      }
      frame.meter().charge(MAP);
      return map;
    };
  }
}
