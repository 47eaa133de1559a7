package dev.landwaiter.policy.gatekeeper.mutate;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a mutator does at the end of its location (reference, section 11.3).
sealed interface Change {
  /// Sets a value.
  ///
  /// @param weight how many values it consists of
  record Put(Value value, long weight) implements Change {
    static Put of(Value value) {
      return new Put(value, weigh(value));
    }

    private static long weigh(Value value) {
      long weight = 1;
      for (Value element : value.elements()) {
        weight += weigh(element);
      }
      for (Value member : value.members().values()) {
        weight += weigh(member);
      }
      return weight;
    }
  }

  /// Sets a text of the object's own metadata.
  ///
  /// @param field `name` or `namespace`
  record PutMetadata(String field) implements Change {}

  /// Sets what an external provider answers.
  record PutExternal(External source) implements Change {}

  /// Appends the values that a list does not have yet.
  record Merge(List<Value> values) implements Change {
    public Merge {
      values = List.copyOf(values);
    }
  }

  /// Takes the values out of a list.
  record Prune(List<Value> values) implements Change {
    public Prune {
      values = List.copyOf(values);
    }
  }

  /// Replaces parts of the name of an image.
  record Rename(ImageParts parts) implements Change {}

  /// The value of a field after the change.
  ///
  /// @param old value, where there is one
  /// @return the new value; empty when the field stays missing
  default Optional<Value> of(Optional<Value> old, Target target) throws MutationException {
    return switch (this) {
      case Put(Value value, long weight) -> {
        target.take(weight);
        yield Optional.of(value);
      }
      case PutMetadata(String field) -> Optional.of(Value.of(target.metadata(field)));
      case PutExternal _ -> target.answers().answer(old);
      case Merge(List<Value> values) -> Optional.of(merged(old, values));
      case Prune(List<Value> values) ->
          old.isEmpty() ? old : Optional.of(pruned(list(old), values));
      case Rename(ImageParts parts) -> renamed(old, parts);
    };
  }

  /// Whether missing objects on the way to the location are made.
  default boolean makesWay() {
    return !(this instanceof Prune);
  }

  private static Value merged(Optional<Value> old, List<Value> values) throws MutationException {
    ArrayValue list = old.isEmpty() ? ArrayValue.EMPTY : list(old);
    Set<Value> known = new LinkedHashSet<>(list.elements());
    List<Value> all = new ArrayList<>(list.elements());
    for (Value value : values) {
      if (known.add(value)) {
        all.add(value);
      }
    }
    return all.size() == list.size() && old.isPresent() ? list : new ArrayValue(all);
  }

  private static Value pruned(ArrayValue list, List<Value> values) {
    List<Value> rest = new ArrayList<>(list.elements());
    rest.removeAll(Set.copyOf(values));
    return rest.size() == list.size() ? list : new ArrayValue(rest);
  }

  private static ArrayValue list(Optional<Value> old) throws MutationException {
    if (old.orElse(ObjectValue.EMPTY) instanceof ArrayValue list) {
      return list;
    }
    throw new MutationException("the values of a set are wanted where no list stands");
  }

  private static Optional<Value> renamed(Optional<Value> old, ImageParts parts)
      throws MutationException {
    if (old.isPresent() && old.get().rank() != Value.of("").rank()) {
      throw new MutationException("the name of an image is wanted where no text stands");
    }
    String name = parts.over(old.map(Value::asText).orElse(""));
    return name.isEmpty() ? old : Optional.of(Value.of(name));
  }
}
