package dev.landwaiter.policy.input.data;

import dev.landwaiter.base.text.Span;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.Locator;
import dev.landwaiter.policy.input.TextPlaces;
import java.util.List;
import java.util.Optional;

/// Finds what was last said about a key of HOCON; what a reference stands for is found where the
/// reference is.
final class HoconLocator implements Locator {
  private final Hocon.Fields root;
  private final TextPlaces places;

  HoconLocator(Hocon.Fields root, String text) {
    this.root = root;
    this.places = new TextPlaces(text);
  }

  @Override
  public Spot find(List<Value> path) {
    Hocon here = root;
    int depth = 0;
    Optional<Hocon.Field> field = Optional.empty();
    for (Value step : path) {
      Optional<Hocon.Field> next = field.isPresent() ? below(field.get(), step) : below(root, step);
      if (next.isEmpty()) {
        break;
      }
      field = next;
      here = next.get().values().getLast();
      depth++;
    }
    return new Spot(new Span(places.at(here.at()), places.at(here.at())), depth);
  }

  private static Optional<Hocon.Field> below(Hocon.Field field, Value step) {
    for (Hocon node : field.values().reversed()) {
      Optional<Hocon.Field> found = below(node, step);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<Hocon.Field> below(Hocon node, Value step) {
    return node instanceof Hocon.Fields object && step instanceof StringValue key
        ? Optional.ofNullable(object.fields().get(key.text()))
        : Optional.empty();
  }
}
