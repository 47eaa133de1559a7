package dev.landwaiter.policy;

import dev.landwaiter.base.format.Positions;
import dev.landwaiter.base.text.Position;
import dev.landwaiter.base.text.Span;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds where the nodes of one document stand in the text it was read from.
@FunctionalInterface
public interface Locator {
  /// Knows no more than that the document begins with its text.
  Locator START = path -> new Spot(new Span(Position.START, Position.START), 0);

  /// The node at a path, or the deepest node on the way to it.
  ///
  /// @param path keys and indices from the document's root down, as Rego writes them
  Spot find(List<Value> path);

  /// The locator of one element of the array that this one is for.
  default Locator within(int index) {
    return path -> {
      List<Value> whole = new ArrayList<>(path.size() + 1);
      whole.add(NumberValue.of(index));
      whole.addAll(path);
      Spot spot = find(whole);
      return new Spot(spot.span(), Math.max(0, spot.depth() - 1));
    };
  }

  /// The locator of an array, by those of its elements.
  static Locator ofElements(List<Locator> elements) {
    return path -> {
      if (path.isEmpty()
          || !(path.getFirst() instanceof NumberValue index)
          || !index.isPlain()
          || index.plain() < 0
          || index.plain() >= elements.size()) {
        return START.find(path);
      }
      Spot spot = elements.get((int) index.plain()).find(path.subList(1, path.size()));
      return new Spot(spot.span(), spot.depth() + 1);
    };
  }

  /// A place.
  ///
  /// @param span of the node that was found
  /// @param depth how many steps of the path lead to it
  record Spot(Span span, int depth) {}

  /// Finds nodes in what a reader of [dev.landwaiter.base.format] kept.
  static Locator of(Positions root) {
    return path -> {
      Positions here = root;
      int depth = 0;
      for (Value step : path) {
        Optional<Positions> next = child(here, step);
        if (next.isEmpty()) {
          break;
        }
        here = next.get();
        depth++;
      }
      return new Spot(here.span(), depth);
    };
  }

  private static Optional<Positions> child(Positions node, Value step) {
    return switch (step) {
      case StringValue key -> node.member(key.text());
      case NumberValue index when index.isPlain() && index.plain() <= Integer.MAX_VALUE ->
          node.element((int) Math.max(index.plain(), -1));
      default -> Optional.empty();
    };
  }
}
