package dev.landwaiter.policy.gatekeeper.cel.run;

import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.gatekeeper.Constraint;
import dev.landwaiter.policy.gatekeeper.Resource;
import dev.landwaiter.policy.gatekeeper.Review;
import dev.landwaiter.policy.gatekeeper.cel.node.Program;
import dev.landwaiter.policy.gatekeeper.cel.value.Item;
import dev.landwaiter.policy.gatekeeper.cel.value.JsonItems;
import dev.landwaiter.policy.gatekeeper.cel.value.Meter;
import java.util.Optional;

/// What the expressions of a template see of one review, and what they have left to spend.
final class Inputs {
  private final Item[] items;
  private long left = Meter.PER_CALL;

  Inputs(Review review, Constraint constraint, Variables.Named variables) {
    Item object = content(review.object());
    Item oldObject = content(review.oldObject());
    Value namespace = review.request().get("namespaceObject").orElse(NullValue.NULL);
    boolean known = namespace instanceof ObjectValue given && given.size() > 0;
    items =
        new Item[] {
          object,
          oldObject,
          new RequestItem(review.request()),
          known ? JsonItems.of(namespace) : Item.Null.NULL,
          new Variables(
              variables,
              parameters(constraint),
              object == Item.Null.NULL ? oldObject : object,
              this)
        };
  }

  private static Item content(Optional<Resource> resource) {
    return resource.isPresent() ? JsonItems.of(resource.get().content()) : Item.Null.NULL;
  }

  /// Null, not an empty object, when the constraint has none.
  private static Item parameters(Constraint constraint) {
    return constraint
        .resource()
        .content()
        .get("spec")
        .flatMap(spec -> spec.get("parameters"))
        .map(JsonItems::of)
        .orElse(Item.Null.NULL);
  }

  /// Runs a program on what is left to spend.
  ///
  /// @throws Meter.OverCost when that is not enough
  Item run(Program program) {
    var meter = new Meter(Math.max(0, left));
    Item result = program.run(items, meter);
    left -= meter.cost();
    return result;
  }
}
