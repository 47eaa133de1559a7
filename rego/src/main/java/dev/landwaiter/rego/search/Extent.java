package dev.landwaiter.rego.search;

import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.SetValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.Location;
import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.syntax.Scalar;
import dev.landwaiter.rego.syntax.Term;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the successes of a partial rule add up to.
final class Extent {
  private final int position;
  private final boolean flat;
  private final SetValue.Draft set = new SetValue.Draft();
  private final Inner root = new Inner();

  /// The value added last.
  private Value last = NullValue.NULL;

  /// What stands at a place: more places, a value, or a set.
  private sealed interface Place {
    Value value();
  }

  private record Inner(Map<Value, Place> below) implements Place {
    Inner() {
      this(new LinkedHashMap<>());
    }

    @Override
    public Value value() {
      var draft = new ObjectValue.Draft();
      below.forEach((key, place) -> draft.put(key, place.value()));
      return draft.finish();
    }
  }

  private record Leaf(Value value) implements Place {}

  private record Gathered(SetValue.Draft draft) implements Place {
    @Override
    public Value value() {
      return draft.finish();
    }
  }

  /// @param position the number of parts of the rule's ground path
  /// @param flat whether it is a set at that path
  Extent(int position, boolean flat) {
    this.position = position;
    this.flat = flat;
  }

  /// Adds a success.
  ///
  /// @return whether it was there already
  boolean add(Clause clause, Bindings scope) throws RegoException {
    Location at = clause.rule().head().at();
    Value value = ground(clause.value(), scope, clause);
    last = value;
    if (flat) {
      return !set.add(value);
    }
    List<Term> parts = clause.path().parts();
    Inner inner = root;
    for (int i = position; i < parts.size() - 1; i++) {
      Value key = ground(parts.get(i), scope, clause);
      Place place = inner.below.computeIfAbsent(key, _ -> new Inner());
      if (!(place instanceof Inner deeper)) {
        throw Failure.keys(at);
      }
      inner = deeper;
    }
    Value key = ground(parts.getLast(), scope, clause);
    return clause.isMultiValue() ? gather(inner, key, value, at) : put(inner, key, value, at);
  }

  /// The very value that was added last.
  Value last() {
    return last;
  }

  private static boolean put(Inner inner, Value key, Value value, Location at)
      throws RegoException {
    Place known = inner.below.putIfAbsent(key, new Leaf(value));
    if (known != null && !(known instanceof Leaf(Value old) && old.equals(value))) {
      throw Failure.keys(at);
    }
    return known != null;
  }

  private static boolean gather(Inner inner, Value key, Value value, Location at)
      throws RegoException {
    Place place = inner.below.computeIfAbsent(key, _ -> new Gathered(new SetValue.Draft()));
    if (!(place instanceof Gathered(SetValue.Draft draft))) {
      throw Failure.keys(at);
    }
    return !draft.add(value);
  }

  private static Value ground(Term term, Bindings scope, Clause clause) throws RegoException {
    if (Plug.in(term, scope) instanceof Scalar scalar) {
      return scalar.value();
    }
    throw Failure.internal("a part of a rule's head is not bound", clause.rule().head().at());
  }

  /// The document; nothing can be added after it.
  Value finish() {
    return flat ? set.finish() : root.value();
  }

  /// What stands at a path of ground parts inside a document, or null.
  static @Nullable Value find(Value document, List<Term> path) {
    return Merge.find(document, path);
  }
}
