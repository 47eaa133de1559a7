package dev.landwaiter.policy.gatekeeper.mutate;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Goes down a location and changes what stands at its end (reference, section 11.2). What does not
/// change stays the same object.
final class Walk {
  private final Location location;
  private final PathTests tests;
  private final Change change;
  private final Target target;

  Walk(Mutator.Place place, Change change, Target target) {
    this.location = place.location();
    this.tests = place.tests();
    this.change = change;
    this.target = target;
  }

  /// The object after the change.
  ///
  /// @throws MutationException when the object has another shape than the location expects
  Value over(Value object) throws MutationException {
    return into(object, 0);
  }

  /// The value after the change; the value itself when nothing changes.
  private Value into(Value value, int depth) throws MutationException {
    target.take(1);
    return switch (location.steps().get(depth)) {
      case Step.Field(String name) -> field(object(value, depth), Value.of(name), depth);
      case Step.Item(String key, Value wanted) ->
          item(list(value, depth), Value.of(key), wanted, depth);
      case Step.Every _ -> every(list(value, depth), depth);
    };
  }

  private Value field(ObjectValue object, Value name, int depth) throws MutationException {
    @Nullable Value old = object.find(name);
    if (old == null ? isBarred(depth) : !tests.allowsPresent(depth + 1)) {
      return object;
    }
    if (isLast(depth)) {
      Optional<Value> now = change.of(Optional.ofNullable(old), target);
      return now.isPresent() ? with(object, name, now.get()) : object;
    }
    Value start = old == null ? empty(depth + 1) : old;
    Value now = into(start, depth + 1);
    return unchanged(start, now) ? object : with(object, name, now);
  }

  private Value item(ArrayValue list, Value key, Value wanted, int depth) throws MutationException {
    target.take(list.size());
    List<Value> elements = new ArrayList<>(list.elements());
    boolean found = false;
    boolean changed = false;
    for (int i = 0; i < elements.size(); i++) {
      if (elements.get(i) instanceof ObjectValue element && wanted.equals(element.find(key))) {
        if (!tests.allowsPresent(depth + 1)) {
          return list;
        }
        found = true;
        Value now = isLast(depth) ? element(element) : into(element, depth + 1);
        changed |= !unchanged(element, now);
        elements.set(i, now);
        if (isLast(depth)) {
          break;
        }
      }
    }
    if (!found && !isBarred(depth)) {
      Value start = new ObjectValue(Map.of(key, wanted));
      Value now = isLast(depth) ? element(start) : into(start, depth + 1);
      if (isLast(depth) || !unchanged(start, now)) {
        elements.add(now);
        changed = true;
      }
    }
    return changed ? new ArrayValue(elements) : list;
  }

  private Value element(Value old) throws MutationException {
    return change.of(Optional.of(old), target).orElse(old);
  }

  private Value every(ArrayValue list, int depth) throws MutationException {
    if (!tests.allowsPresent(depth + 1)) {
      return list;
    }
    target.take(list.size());
    Value[] elements = list.elements().toArray(Value[]::new);
    boolean changed = false;
    for (int i = 0; i < elements.length; i++) {
      Value now = into(elements[i], depth + 1);
      changed |= !unchanged(elements[i], now);
      elements[i] = now;
    }
    return changed ? ArrayValue.of(elements) : list;
  }

  private boolean isLast(int depth) {
    return depth == location.length() - 1;
  }

  /// Whether what is missing at a step stays missing.
  private boolean isBarred(int depth) {
    return !change.makesWay() || !tests.allowsMissing(depth + 1);
  }

  /// What a missing value begins as, by the step that goes into it.
  private Value empty(int depth) {
    return location.steps().get(depth) instanceof Step.Field ? ObjectValue.EMPTY : ArrayValue.EMPTY;
  }

  private ObjectValue object(Value value, int depth) throws MutationException {
    if (value instanceof ObjectValue object) {
      return object;
    }
    throw mismatch("an object", value, depth);
  }

  private ArrayValue list(Value value, int depth) throws MutationException {
    if (value instanceof ArrayValue list) {
      return list;
    }
    throw mismatch("a list", value, depth);
  }

  private MutationException mismatch(String wanted, Value value, int depth) {
    String found =
        switch (value) {
          case ObjectValue _ -> "an object";
          case ArrayValue _ -> "a list";
          default -> "a single value";
        };
    var way = new Location(location.steps().subList(0, depth));
    return new MutationException(
        "%s has %s where the location %s needs %s"
            .formatted(depth == 0 ? "the object" : "`" + way + "`", found, location, wanted));
  }

  @SuppressWarnings("ReferenceEquality") // identity is how an unchanged value is told
  private static boolean unchanged(Value before, Value after) {
    return before == after;
  }

  private ObjectValue with(ObjectValue object, Value name, Value value) throws MutationException {
    if (value.equals(object.find(name))) {
      return object;
    }
    target.take(object.size());
    int position = object.positionOf(name, -1);
    if (position >= 0) {
      Value[] values = new Value[object.size()];
      Arrays.setAll(values, object::valueAt);
      values[position] = value;
      return object.withValues(values);
    }
    var draft = new ObjectValue.Draft();
    for (int i = 0; i < object.size(); i++) {
      var _ = draft.put(object.keyAt(i), object.valueAt(i));
    }
    var _ = draft.put(name, value);
    return draft.finish();
  }
}
