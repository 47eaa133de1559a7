package dev.landwaiter.rego.search;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.syntax.ArrayComprehension;
import dev.landwaiter.rego.syntax.ArrayTerm;
import dev.landwaiter.rego.syntax.Call;
import dev.landwaiter.rego.syntax.Expr;
import dev.landwaiter.rego.syntax.ObjectComprehension;
import dev.landwaiter.rego.syntax.ObjectTerm;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Scalar;
import dev.landwaiter.rego.syntax.SetComprehension;
import dev.landwaiter.rego.syntax.SetTerm;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.Variable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes two terms equal (reference 10.2), evaluating refs and comprehensions among them.
@SuppressWarnings("ReferenceEquality")
final class Unifier {
  static final Ref EQ =
      new Ref(
          List.of(new Variable("eq", dev.landwaiter.rego.Location.NONE)),
          dev.landwaiter.rego.Location.NONE);

  private Unifier() {}

  static @Nullable Stop unify(
      Frame frame, Term left, Bindings leftScope, Term right, Bindings rightScope, Next next)
      throws RegoException {
    Term a = left;
    Bindings in = leftScope;
    while (a instanceof Variable variable) {
      Bindings.Bound bound = in.find(variable.name());
      if (bound == null) {
        break;
      }
      a = bound.term();
      in = bound.scope();
    }
    Term b = right;
    Bindings to = rightScope;
    while (b instanceof Variable variable) {
      Bindings.Bound bound = to.find(variable.name());
      if (bound == null) {
        break;
      }
      b = bound.term();
      to = bound.scope();
    }
    if (frame.tracing.isOn()) {
      frame.tracing.unify(frame, Expr.of(new Call(EQ, List.of(a, b), a.at())));
    }
    return resolved(frame, a, in, b, to, next);
  }

  private static @Nullable Stop resolved(
      Frame frame, Term a, Bindings in, Term b, Bindings to, Next next) throws RegoException {
    Residue residue = frame.machine.residue;
    boolean saveA = residue != null && isUnknown(residue, a, in);
    if (!saveA && a instanceof Ref ref) {
      return ref(frame, ref, in, b, to, next);
    }
    boolean saveB = residue != null && isUnknown(residue, b, to);
    if (!saveB && b instanceof Ref ref) {
      return ref(frame, ref, to, a, in, next);
    }
    if (residue != null && (saveA || saveB)) {
      return residue.saveUnify(frame, a, in, b, to, next);
    }
    if (residue != null && isComprehension(a) && residue.requirement.of(a, in)) {
      return residue.saveUnify(
          frame, Amending.of(frame, a, in), in, Amending.of(frame, b, to), to, next);
    }
    if (residue != null && isComprehension(b) && residue.requirement.of(b, to)) {
      return residue.saveUnify(
          frame, Amending.of(frame, a, in), in, Amending.of(frame, b, to), to, next);
    }
    if (isComprehension(a)) {
      return unify(frame, comprehension(frame, a), in, b, to, next);
    }
    if (isComprehension(b)) {
      return unify(frame, comprehension(frame, b), to, a, in, next);
    }
    if (a instanceof Variable variable) {
      if (in == to && a.equals(b)) {
        return next.go();
      }
      return bound(in, variable, b, to, next);
    }
    if (b instanceof Variable variable) {
      return bound(to, variable, a, in, next);
    }
    if (a instanceof Scalar x && b instanceof Scalar y) {
      Watch watch = frame.machine.watch;
      if (watch != null) {
        return watched(watch, x.value(), y.value(), next);
      }
      return x.value().equals(y.value()) ? next.go() : null;
    }
    if (frame.machine.watch != null) {
      parts(frame.machine.watch, a);
      parts(frame.machine.watch, b);
    }
    List<Term> left = elements(a);
    List<Term> right = elements(b);
    if (left != null && right != null) {
      return left.size() == right.size() ? all(frame, left, in, right, to, next) : null;
    }
    List<ObjectTerm.Entry> entries = entries(a);
    List<ObjectTerm.Entry> others = entries(b);
    if (entries != null && others != null) {
      return objects(frame, entries, in, others, to, next);
    }
    if (a instanceof SetTerm || b instanceof SetTerm) {
      return Plug.in(a, in).equals(Plug.in(b, to)) ? next.go() : null;
    }
    return null;
  }

  private static @Nullable Stop watched(Watch watch, Value a, Value b, Next next)
      throws RegoException {
    int mark = watch.here();
    watch.use(a);
    watch.use(b);
    Stop stop = a.equals(b) ? next.go() : null;
    watch.back(mark);
    return stop;
  }

  /// What is taken apart gives its parts.
  private static void parts(Watch watch, Term term) {
    if (term instanceof Scalar(ArrayValue array, var _)) {
      array.elements().forEach(element -> watch.origins.take(array, element));
    } else if (term instanceof Scalar(ObjectValue object, var _)) {
      object.members().values().forEach(member -> watch.origins.take(object, member));
    }
  }

  private static boolean isUnknown(Residue residue, Term term, Bindings scope) {
    return term instanceof SetTerm
        ? residue.unknowns.containsInside(term, scope)
        : residue.unknowns.contains(term, scope);
  }

  private static @Nullable Stop bound(
      Bindings scope, Variable variable, Term term, Bindings other, Next next)
      throws RegoException {
    scope.bind(variable, term, other);
    Stop stop = next.go();
    scope.unbind();
    return stop;
  }

  static boolean isComprehension(Term term) {
    return term instanceof ArrayComprehension
        || term instanceof SetComprehension
        || term instanceof ObjectComprehension;
  }

  private static Term comprehension(Frame frame, Term term) throws RegoException {
    return Comprehensions.value(frame, term);
  }

  /// The elements of an array, or null.
  private static @Nullable List<Term> elements(Term term) {
    if (term instanceof ArrayTerm array) {
      return array.elements();
    }
    if (term instanceof Scalar scalar && scalar.value() instanceof ArrayValue array) {
      var terms = new ArrayList<Term>(array.size());
      for (int i = 0; i < array.size(); i++) {
        terms.add(new Scalar(array.at(i), scalar.at()));
      }
      return terms;
    }
    return null;
  }

  private static @Nullable List<ObjectTerm.Entry> entries(Term term) {
    if (term instanceof ObjectTerm object) {
      return object.entries();
    }
    if (term instanceof Scalar scalar && scalar.value() instanceof ObjectValue object) {
      var entries = new ArrayList<ObjectTerm.Entry>(object.size());
      for (int i = 0; i < object.size(); i++) {
        entries.add(
            new ObjectTerm.Entry(
                new Scalar(object.keyAt(i), scalar.at()),
                new Scalar(object.valueAt(i), scalar.at())));
      }
      return entries;
    }
    return null;
  }

  /// Unifies terms pair by pair.
  static @Nullable Stop all(
      Frame frame, List<Term> left, Bindings in, List<Term> right, Bindings to, Next next)
      throws RegoException {
    return left.isEmpty()
        ? next.go()
        : unify(
            frame,
            left.getFirst(),
            in,
            right.getFirst(),
            to,
            () ->
                all(
                    frame,
                    left.subList(1, left.size()),
                    in,
                    right.subList(1, left.size()),
                    to,
                    next));
  }

  private static @Nullable Stop objects(
      Frame frame,
      List<ObjectTerm.Entry> left,
      Bindings in,
      List<ObjectTerm.Entry> right,
      Bindings to,
      Next next)
      throws RegoException {
    if (left.size() != right.size()) {
      return null;
    }
    var byKey = new java.util.HashMap<Term, Term>();
    right.forEach(entry -> byKey.put(Plug.in(entry.key(), to), entry.value()));
    var sorted = new ArrayList<ObjectTerm.Entry>();
    left.forEach(
        entry -> sorted.add(new ObjectTerm.Entry(Plug.in(entry.key(), in), entry.value())));
    sorted.sort((x, y) -> compare(x.key(), y.key()));
    var values = new ArrayList<Term>();
    var others = new ArrayList<Term>();
    for (ObjectTerm.Entry entry : sorted) {
      Term other = byKey.get(entry.key());
      if (other == null) {
        return null;
      }
      values.add(entry.value());
      others.add(other);
    }
    return all(frame, values, in, others, to, next);
  }

  private static int compare(Term left, Term right) {
    return left instanceof Scalar a && right instanceof Scalar b
        ? a.value().compareTo(b.value())
        : dev.landwaiter.rego.syntax.TermOrder.compare(left, right);
  }

  /// Evaluates a ref and unifies each of its values.
  private static @Nullable Stop ref(
      Frame frame, Ref ref, Bindings scope, Term other, Bindings otherScope, Next next)
      throws RegoException {
    var goal = new Goal(frame, ref, scope, other, otherScope);
    Term head = ref.head();
    if (head instanceof Variable variable) {
      if (variable.name().equals("data")) {
        return new Tree(goal).eval(next);
      }
      if (variable.name().equals("input")) {
        Value input = frame.input;
        return input == null ? null : goal.inside(1, new Scalar(input, head.at()), scope, next);
      }
      Bindings.Bound bound = scope.resolve(variable);
      return bound.term() == variable ? null : goal.inside(1, bound.term(), bound.scope(), next);
    }
    if (isComprehension(head)) {
      return goal.inside(1, comprehension(frame, head), scope, next);
    }
    return goal.inside(1, head, scope, next);
  }
}
