package dev.landwaiter.policy.score.run;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.manifest.PathText;
import dev.landwaiter.policy.score.GoText;
import dev.landwaiter.policy.score.Rule;
import dev.landwaiter.policy.score.RuleScore.Operation;
import dev.landwaiter.policy.score.Spot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The patch (RFC 6902) that would turn a rule's result round. Each applies to the object as it is;
/// several of them are made one after the other with those of the same parents joined.
final class Patches {
  private Patches() {}

  /// What would have to be done at the places that a rule saw: at those that bring a penalty, or at
  /// those that lack what gives points.
  static List<Operation> of(Rule rule, List<Spot> spots, Value object) {
    List<Operation> operations = new ArrayList<>();
    for (Spot spot : spots) {
      if (spot.state().counts() == rule.penalty()) {
        operations.addAll(
            switch (spot.mend()) {
              case Spot.Mend.Put put -> put(object, spot.path(), put);
              case Spot.Mend.Drop drop -> drop(object, spot.path());
              case Spot.Mend.Without without -> without(object, spot.path(), without.text());
              case Spot.Mend.Advice advice -> List.<Operation>of();
            });
      }
    }
    return operations;
  }

  /// Adds the value, with the parents it lacks around it.
  private static List<Operation> put(Value object, List<Value> path, Spot.Mend.Put put) {
    int depth = 0;
    Value here = object;
    while (depth < path.size()) {
      Value next = child(here, path.get(depth));
      if (next == null || (next instanceof NullValue && depth < path.size() - 1)) {
        break;
      }
      here = next;
      depth++;
    }
    if (depth < path.size() && !(here instanceof ObjectValue)) {
      return List.of();
    }
    boolean there = depth == path.size() || child(here, path.get(depth)) != null;
    int at = Math.min(depth + 1, path.size());
    Value value = put.value();
    for (int i = path.size() - 1; i >= at; i--) {
      var parent = new ObjectValue.Draft();
      parent.put(path.get(i), value);
      value = parent.finish();
    }
    String pointer = PathText.pointer(path.subList(0, at));
    return List.of(
        new Operation(there ? "replace" : "add", pointer, Optional.of(value), put.example()));
  }

  private static @Nullable Value child(Value of, Value step) {
    return switch (of) {
      case ObjectValue object -> object.find(step);
      case ArrayValue array ->
          step instanceof NumberValue index && index.isPlain() && index.plain() < array.size()
              ? array.at((int) index.plain())
              : null;
      default -> null;
    };
  }

  private static List<Operation> drop(Value object, List<Value> path) {
    Value here = object;
    for (Value step : path) {
      Value next = child(here, step);
      if (next == null) {
        return List.of();
      }
      here = next;
    }
    return List.of(new Operation("remove", PathText.pointer(path), Optional.empty(), false));
  }

  private static List<Operation> without(Value object, List<Value> path, String text) {
    Value here = object;
    for (Value step : path) {
      Value next = child(here, step);
      if (next == null) {
        return List.of();
      }
      here = next;
    }
    if (here instanceof StringValue) {
      return drop(object, path);
    }
    if (!(here instanceof ArrayValue list)) {
      return List.of();
    }
    List<Operation> operations = new ArrayList<>();
    // From the last to the first, so that the indices stay what they are.
    for (int i = list.size() - 1; i >= 0; i--) {
      if (GoText.of(list.at(i)).contains(text)) {
        List<Value> element = new ArrayList<>(path);
        element.add(Value.of(i));
        operations.add(new Operation("remove", PathText.pointer(element), Optional.empty(), false));
      }
    }
    return operations;
  }
}
