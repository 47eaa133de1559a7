package dev.landwaiter.policy.input.hcl;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.policy.input.Placed;
import dev.landwaiter.policy.input.SourceText;
import dev.landwaiter.policy.input.hcl.Hcl1Node.Braces;
import dev.landwaiter.policy.input.hcl.Hcl1Node.Elements;
import dev.landwaiter.policy.input.hcl.Hcl1Node.Item;
import dev.landwaiter.policy.input.hcl.Hcl1Node.Literal;
import dev.landwaiter.policy.input.hcl.Hcl1Node.Shared;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What HCL 1 says, as HashiCorp's decoder gives it to a program that asks for no types: braces are
/// arrays of objects, unless they stand in a list, and equal keys add up.
final class Hcl1Decoder {
  /// More nodes than characters come about when keys that differ in case share their items; so many
  /// more are made.
  private static final int MORE_NODES = 1_000_000;

  private final SourceText source;

  /// The arrays that came from braces, to which only braces can be added.
  private final Set<Placed.Elements> blocks = Collections.newSetFromMap(new IdentityHashMap<>());

  private int nodes;

  Hcl1Decoder(SourceText source) {
    this.source = source;
  }

  Placed file(Braces braces) throws FormatException {
    return object(braces.items(), braces.from(), braces.to());
  }

  private Placed.Members object(List<Item> items, int from, int to) throws FormatException {
    count(from);
    var members = new Placed.Members(from, to);
    Map<String, List<Item>> byKey = byKey(items, from);
    Set<String> done = new HashSet<>();
    for (Item item : items) {
      String key = item.keys().getFirst().text();
      if (byKey.isEmpty() || !done.contains(key)) {
        Hcl1Node node = item.value();
        if (item.keys().size() > 1) {
          node = new Shared(byKey.getOrDefault(folded(item), List.of()), node.from(), node.to());
          done.add(key);
        }
        members.members().put(key, member(node, members.members().get(key)));
      }
    }
    return members;
  }

  /// The items by their first keys, and without them; none when no item has a second key.
  private Map<String, List<Item>> byKey(List<Item> items, int from) throws FormatException {
    boolean labels = false;
    for (Item item : items) {
      if (item.keys().isEmpty()) {
        throw source.wrong(
            from, "blocks with different numbers of labels cannot stand side by side", "");
      }
      labels |= item.keys().size() > 1;
    }
    Map<String, List<Item>> byKey = new HashMap<>();
    if (labels) {
      for (Item item : items) {
        byKey.computeIfAbsent(folded(item), _ -> new ArrayList<>()).add(item.withoutFirstKey());
      }
    }
    return byKey;
  }

  private static String folded(Item item) {
    return item.keys().getFirst().text().toLowerCase(Locale.ROOT);
  }

  private void count(int from) throws FormatException {
    int limit = source.text().length() + MORE_NODES;
    if (++nodes > limit) {
      throw source.wrong(from, "more than the %,d values that are read".formatted(limit), "");
    }
  }

  /// The value of a key, on top of the one that an equal key had before.
  private Placed member(Hcl1Node node, @Nullable Placed before) throws FormatException {
    return switch (before) {
      case Placed.Elements elements -> {
        add(node, elements, blocks.contains(elements));
        yield elements;
      }
      case Placed.Leaf leaf when node instanceof Literal literal -> {
        count(node.from());
        yield new Placed.Leaf(
            Hcl1Literal.as(source, literal.token(), leaf.value()), node.from(), node.to());
      }
      case Placed.Leaf _, Placed.Members _ ->
          throw source.wrong(node.from(), "a key that already has a value of another kind", "");
      case null -> value(node, false);
    };
  }

  /// @param bare whether braces are an object by themselves
  private Placed value(Hcl1Node node, boolean bare) throws FormatException {
    count(node.from());
    return switch (node) {
      case Literal literal ->
          new Placed.Leaf(Hcl1Literal.value(source, literal.token()), node.from(), node.to());
      case Braces braces when bare -> object(braces.items(), braces.from(), braces.to());
      case Braces _, Shared _ -> {
        var elements = new Placed.Elements(node.from(), node.to());
        blocks.add(elements);
        add(node, elements, true);
        yield elements;
      }
      case Elements _ -> {
        var elements = new Placed.Elements(node.from(), node.to());
        add(node, elements, false);
        yield elements;
      }
    };
  }

  /// Adds to an array what a node stands for.
  ///
  /// @param ofBlocks whether its elements are objects
  private void add(Hcl1Node node, Placed.Elements array, boolean ofBlocks) throws FormatException {
    switch (node) {
      case Braces braces -> array.elements().add(element(braces, ofBlocks));
      case Elements list -> {
        for (Hcl1Node each : list.elements()) {
          array.elements().add(element(each, ofBlocks));
        }
      }
      case Shared shared -> {
        for (Item item : shared.items()) {
          if (!ofBlocks) {
            throw source.wrong(node.from(), "a list and a block of the same name", "");
          }
          array.elements().add(object(List.of(item), item.value().from(), item.value().to()));
        }
      }
      case Literal literal ->
          throw source.wrong(
              literal.from(), "a key that is a block or a list elsewhere in the file", "");
    }
  }

  private Placed element(Hcl1Node node, boolean ofBlocks) throws FormatException {
    if (ofBlocks && !(node instanceof Braces)) {
      throw source.wrong(node.from(), "a block was expected, since there is one of this name", "");
    }
    return value(node, true);
  }
}
