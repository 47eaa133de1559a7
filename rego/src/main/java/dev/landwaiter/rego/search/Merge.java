package dev.landwaiter.rego.search;

import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.syntax.Scalar;
import dev.landwaiter.rego.syntax.Term;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Lays documents over each other.
final class Merge {
  private Merge() {}

  /// Both objects in one, the first's values winning; empty when not both are objects.
  static Optional<Value> of(Value left, Value right) {
    return left instanceof ObjectValue a && right instanceof ObjectValue b
        ? Optional.of(objects(a, b))
        : Optional.empty();
  }

  private static Value objects(ObjectValue left, ObjectValue right) {
    var draft = new ObjectValue.Draft();
    for (Map.Entry<Value, Value> member : left.members().entrySet()) {
      Value other = right.find(member.getKey());
      draft.put(
          member.getKey(),
          other instanceof ObjectValue b && member.getValue() instanceof ObjectValue a
              ? objects(a, b)
              : member.getValue());
    }
    for (Map.Entry<Value, Value> member : right.members().entrySet()) {
      if (left.find(member.getKey()) == null) {
        draft.put(member.getKey(), member.getValue());
      }
    }
    return draft.finish();
  }

  /// A document with a value put at a path; what stands in the way gives way.
  ///
  /// @param path parts behind the root; all [Scalar]
  static Value put(@Nullable Value document, List<Term> path, Value value) {
    if (path.isEmpty()) {
      return value;
    }
    Value key = ((Scalar) path.getFirst()).value();
    var draft = new ObjectValue.Draft();
    Value below = null;
    if (document instanceof ObjectValue object) {
      object.members().forEach(draft::put);
      below = object.find(key);
    }
    draft.put(key, put(below, path.subList(1, path.size()), value));
    return draft.finish();
  }

  /// What stands at a path inside a value, or null.
  static @Nullable Value find(@Nullable Value document, List<Term> path) {
    Value value = document;
    for (Term part : path) {
      if (value == null || !(part instanceof Scalar scalar)) {
        return null;
      }
      value = Select.in(value, scalar.value());
    }
    return value;
  }
}
