package dev.landwaiter.policy.gatekeeper.cel;

import dev.landwaiter.policy.gatekeeper.cel.check.Checked;
import dev.landwaiter.policy.gatekeeper.cel.value.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The variables of a template for one review, evaluated when first used.
final class Variables implements Item.Mapping {
  /// A variable needs a variable needs a variable …: deeper than this is not gone.
  private static final int MAX_DEPTH = 100;

  private static final Item CIRCLE =
      new Item.Failure("variables need each other in a circle or more than 100 deep");

  private final List<Expression> expressions;
  private final Item parameters;
  private final Item anyObject;
  private final Inputs inputs;
  private final @Nullable Item[] known;
  private int depth;

  Variables(List<Expression> expressions, Item parameters, Item anyObject, Inputs inputs) {
    this.expressions = expressions;
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
    // The last of several of one name counts.
    for (int i = expressions.size() - 1; i >= 0; i--) {
      if (expressions.get(i).name().equals(name)) {
        return Optional.of(value(i));
      }
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
