package dev.landwaiter.policy.gatekeeper.cel.run;

import dev.landwaiter.policy.gatekeeper.cel.check.Checked;
import dev.landwaiter.policy.gatekeeper.cel.value.Item;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The variables of a template for one review, evaluated when first used.
final class Variables implements Item.Mapping {
  /// A variable needs a variable needs a variable …: deeper than this is not gone.
  private static final int MAX_DEPTH = 100;

  private static final Item CIRCLE =
      new Item.Failure("variables need each other in a circle or more than 100 deep");

  private final Named named;
  private final List<Expression> expressions;
  private final Item parameters;
  private final Item anyObject;
  private final Inputs inputs;
  private final @Nullable Item[] known;
  private int depth;

  /// The variables of a template, each found by its name; of several of one name the last counts.
  record Named(List<Expression> expressions, Map<String, Integer> places) {
    Named {
      expressions = List.copyOf(expressions);
      places = Map.copyOf(places);
    }

    static Named of(List<Expression> expressions) {
      Map<String, Integer> places = new HashMap<>();
      for (int i = 0; i < expressions.size(); i++) {
        places.put(expressions.get(i).name(), i);
      }
      return new Named(expressions, places);
    }
  }

  Variables(Named named, Item parameters, Item anyObject, Inputs inputs) {
    this.named = named;
    this.expressions = named.expressions;
    this.parameters = parameters;
    this.anyObject = anyObject;
    this.inputs = inputs;
    known = new Item[expressions.size()];
  }

  @Override
  public int size() {
    return expressions.size() + 2;
  }

  @Override
  public Optional<Item> find(Item key) {
    if (!(key instanceof Item.Text text)) {
      return Optional.empty();
    }
    String name = text.value();
    Integer place = named.places.get(name);
    if (place != null) {
      return Optional.of(value(place));
    }
    return switch (name) {
      case "params" -> Optional.of(parameters);
      case "anyObject" -> Optional.of(anyObject);
      default -> Optional.empty();
    };
  }

  private Item value(int index) {
    Item value = known[index];
    if (value != null) {
      return value;
    }
    known[index] = CIRCLE;
    value = depth >= MAX_DEPTH ? CIRCLE : evaluate(expressions.get(index));
    known[index] = value;
    return value;
  }

  private Item evaluate(Expression expression) {
    depth++;
    try {
      return switch (expression.checked()) {
        case Checked.Wrong wrong -> failure(expression, "compile", wrong.text());
        case Checked.Fine fine -> {
          Item item = inputs.run(fine.program());
          yield item instanceof Item.Failure failure
              ? failure(expression, "evaluate", failure.message())
              : item;
        }
      };
    } finally {
      depth--;
    }
  }

  private static Item failure(Expression expression, String step, String text) {
    return new Item.Failure(
        "composited variable \"" + expression.name() + "\" fails to " + step + ": " + text);
  }

  @Override
  public Iterable<Item> keys() {
    List<Item> all = new ArrayList<>();
    all.add(new Item.Text("params"));
    all.add(new Item.Text("anyObject"));
    for (Expression expression : expressions) {
      all.add(new Item.Text(expression.name()));
    }
    return all;
  }
}
