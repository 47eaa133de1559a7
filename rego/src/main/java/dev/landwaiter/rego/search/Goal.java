package dev.landwaiter.rego.search;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.SetValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.syntax.ArrayTerm;
import dev.landwaiter.rego.syntax.ObjectTerm;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Scalar;
import dev.landwaiter.rego.syntax.SetTerm;
import dev.landwaiter.rego.syntax.Term;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A ref whose values are wanted, and the term each of them is unified with.
///
/// @param scope of the ref's variables
@SuppressWarnings({"ReferenceEquality", "RefactorSwitch"})
record Goal(Frame frame, Ref ref, Bindings scope, Term other, Bindings otherScope) {
  /// Selects from a term what the ref's parts from `position` on say.
  @Nullable Stop inside(int position, Term term, Bindings termScope, Next next)
      throws RegoException {
    Watch watch = frame.machine.watch;
    if (position == ref.parts().size()) {
      if (watch != null && term instanceof Scalar scalar) {
        int mark = watch.here();
        watch.use(scalar.value());
        Stop stop = Unifier.unify(frame, term, termScope, other, otherScope, next);
        watch.back(mark);
        return stop;
      }
      return Unifier.unify(frame, term, termScope, other, otherScope, next);
    }
    Residue residue = frame.machine.residue;
    if (residue != null && residue.unknowns.contains(term, termScope)) {
      return save(residue, position, term, termScope, next);
    }
    Term part = Plug.in(ref.parts().get(position), scope);
    if (part instanceof Scalar key) {
      Bindings.Bound selected = select(term, termScope, key);
      if (watch != null && term instanceof Scalar parent) {
        return watched(watch, position, parent.value(), key.value(), selected, next);
      }
      return selected == null
          ? null
          : inside(position + 1, selected.term(), selected.scope(), next);
    }
    return each(position, term, termScope, next);
  }

  private @Nullable Stop watched(
      Watch watch,
      int position,
      Value parent,
      Value key,
      Bindings.@Nullable Bound selected,
      Next next)
      throws RegoException {
    if (selected == null) {
      watch.miss(parent, key, this, position);
      return null;
    }
    int mark = watch.here();
    Bindings.Bound found = selected;
    if (selected.term() instanceof Scalar scalar) {
      // Of a set its own element, which knows where it comes from.
      Value own = parent instanceof SetValue set ? set.find(key) : null;
      Value child = own == null ? scalar.value() : own;
      child = watch.select(parent, key, child);
      found = new Bindings.Bound(new Scalar(child, scalar.at()), selected.scope());
    }
    Stop stop = inside(position + 1, found.term(), found.scope(), next);
    watch.back(mark);
    return stop;
  }

  private @Nullable Stop save(
      Residue residue, int position, Term term, Bindings termScope, Next next)
      throws RegoException {
    var head = residue.generate("ref", term);
    List<Term> parts = new ArrayList<>();
    parts.add(head);
    parts.addAll(ref.parts().subList(position, ref.parts().size()));
    return Unifier.unify(
        frame,
        term,
        termScope,
        head,
        scope,
        () -> residue.saveUnify(frame, new Ref(parts, ref.at()), scope, other, otherScope, next));
  }

  private static Bindings.@Nullable Bound select(Term term, Bindings scope, Scalar key) {
    switch (term) {
      case Scalar scalar -> {
        Value value = Select.in(scalar.value(), key.value());
        return value == null ? null : new Bindings.Bound(new Scalar(value, key.at()), scope);
      }
      case ArrayTerm array -> {
        for (int i = 0; i < array.elements().size(); i++) {
          if (key.value().equals(Value.of(i))) {
            return scope.resolve(array.elements().get(i));
          }
        }
        return null;
      }
      case ObjectTerm object -> {
        for (ObjectTerm.Entry entry : object.entries()) {
          if (Plug.in(entry.key(), scope).equals(key)) {
            return scope.resolve(entry.value());
          }
        }
        return null;
      }
      case SetTerm set -> {
        for (Term element : set.elements()) {
          if (Plug.in(element, scope).equals(key)) {
            return new Bindings.Bound(key, scope);
          }
        }
        return null;
      }
      default -> {
        return null;
      }
    }
  }

  private @Nullable Stop each(int position, Term term, Bindings termScope, Next next)
      throws RegoException {
    Term part = ref.parts().get(position);
    var alternatives = new Alternatives();
    Watch watch = frame.machine.watch;
    int mark = watch == null ? 0 : watch.here();
    if (watch != null && term instanceof Scalar collection) {
      watch.spread(collection.value());
    }
    for (Pair given : pairs(term, termScope)) {
      int before = watch == null ? 0 : watch.here();
      Pair pair = watch == null ? given : given.taken(watch, term);
      frame.machine.check(ref.at());
      Stop stop =
          Unifier.unify(
              frame,
              pair.key,
              termScope,
              part,
              scope,
              () -> {
                if (pair.value == pair.key) {
                  // An element of a set, perhaps with variables only now bound.
                  return inside(position + 1, Plug.in(pair.key, termScope), termScope, next);
                }
                Bindings.Bound value = termScope.resolve(pair.value);
                return inside(position + 1, value.term(), value.scope(), next);
              });
      back(watch, before);
      if (alternatives.ends(stop)) {
        back(watch, mark);
        return stop;
      }
    }
    back(watch, mark);
    return alternatives.deferred();
  }

  private static void back(@Nullable Watch watch, int mark) {
    if (watch != null) {
      watch.back(mark);
    }
  }

  private record Pair(Term key, Term value) {
    /// As a watch knows it.
    Pair taken(Watch watch, Term collection) {
      if (!(collection instanceof Scalar parent && value instanceof Scalar child)) {
        return this;
      }
      var own = new Scalar(watch.take(parent.value(), child.value()), child.at());
      return value == key ? element(own) : new Pair(key, own);
    }
  }

  /// Keys and values in the order of iteration; a set's elements are both.
  private static Iterable<Pair> pairs(Term term, Bindings scope) {
    var at = term.at();
    return switch (term) {
      case Scalar(ArrayValue array, var _) ->
          () ->
              java.util.stream.IntStream.range(0, array.size())
                  .mapToObj(i -> new Pair(new Scalar(Value.of(i), at), new Scalar(array.at(i), at)))
                  .iterator();
      case Scalar(ObjectValue object, var _) ->
          () ->
              java.util.stream.IntStream.range(0, object.size())
                  .mapToObj(i ->
                      new Pair(
                          new Scalar(object.sortedKey(i), at),
                          new Scalar(object.sortedValue(i), at)))
                  .iterator();
      case Scalar(SetValue set, var _) ->
          () ->
              java.util.stream.IntStream.range(0, set.size())
                  .mapToObj(i -> element(new Scalar(set.at(i), at)))
                  .iterator();
      case ArrayTerm array -> {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < array.elements().size(); i++) {
          pairs.add(new Pair(new Scalar(Value.of(i), at), array.elements().get(i)));
        }
        yield pairs;
      }
      case ObjectTerm object ->
          object.entries().stream()
              .map(entry -> new Pair(Plug.in(entry.key(), scope), entry.value()))
              .toList();
      case SetTerm set -> set.elements().stream().map(Goal::element).toList();
      default -> List.of();
    };
  }

  private static Pair element(Term element) {
    return new Pair(element, element);
  }
}
