package dev.landwaiter.rego.eval;

import dev.landwaiter.rego.syntax.ArrayTerm;
import dev.landwaiter.rego.syntax.ObjectTerm;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Scalar;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.Variable;
import java.util.ArrayList;
import java.util.List;

/// Turns `a = b` into steps.
final class Unification {
  private final Lowering body;

  Unification(Lowering body) {
    this.body = body;
  }

  void unify(Term left, Term right) {
    if (isNew(left)) {
      assign((Variable) left, right);
    } else if (isNew(right)) {
      assign((Variable) right, left);
    } else if (canWork(left)) {
      match(left, right);
    } else if (canWork(right)) {
      match(right, left);
    } else {
      pairwise(left, right);
    }
  }

  private boolean isNew(Term term) {
    return term instanceof Variable variable
        && !body.bound.contains(variable.name())
        && !Terms.isRoot(variable.name());
  }

  /// Whether a term can be worked out now: variables inside refs may be new, others not.
  private boolean canWork(Term term) {
    return switch (term) {
      case Variable _ -> !isNew(term);
      case Ref ref -> canWork(ref.head());
      case ArrayTerm array -> array.elements().stream().allMatch(this::canWork);
      case ObjectTerm object ->
          object.entries().stream().allMatch(e -> canWork(e.key()) && canWork(e.value()));
      case dev.landwaiter.rego.syntax.SetTerm set ->
          set.elements().stream().allMatch(this::canWork);
      default -> true;
    };
  }

  private void assign(Variable variable, Term term) {
    if (isNew(term)) {
      throw new Unbound(variable.name());
    }
    Node node = body.node(term);
    // What was iterated over may have bound the variable.
    if (body.bound.contains(variable.name())) {
      compare(new Nodes.Slot(body.slots.of(variable.name())), node);
      return;
    }
    body.bound.add(variable.name());
    if (node instanceof Nodes.Slot same) {
      body.slots.alias(variable.name(), same.slot);
      return;
    }
    int slot = body.slots.bind(variable.name());
    body.add(next -> new Steps.Assign(slot, node, next));
  }

  private void match(Term known, Term other) {
    Node node = body.node(known);
    if (canWork(other)) {
      compare(node, body.node(other));
    } else {
      Pattern pattern = pattern(other);
      body.add(next -> new Steps.Match(node, pattern, next));
    }
  }

  private void compare(Node left, Node right) {
    Node test = Operators.same(left, right);
    body.add(next -> new Steps.Test(test, next));
  }

  /// Both sides hold new variables: part by part, those first that can be done.
  private void pairwise(Term left, Term right) {
    List<Term[]> pairs = new ArrayList<>();
    if (!pairs(left, right, pairs)) {
      body.add(_ -> new Fail());
      bindAll(left);
      bindAll(right);
      return;
    }
    while (!pairs.isEmpty()) {
      Term[] ready =
          pairs.stream()
              .filter(pair -> isReady(pair[0], pair[1]))
              .findFirst()
              .orElseThrow(() -> new Unbound(String.join(", ", Variables.of(left))));
      pairs.remove(ready);
      unify(ready[0], ready[1]);
    }
  }

  private boolean isReady(Term left, Term right) {
    if (canWork(left) || canWork(right)) {
      return true;
    }
    List<Term[]> pairs = new ArrayList<>();
    return !pairs(left, right, pairs)
        || (!isNew(left) && !isNew(right) && pairs.stream().anyMatch(p -> isReady(p[0], p[1])));
  }

  private static boolean pairs(Term left, Term right, List<Term[]> into) {
    if (left instanceof ArrayTerm a && right instanceof ArrayTerm b) {
      for (int i = 0; i < Math.min(a.elements().size(), b.elements().size()); i++) {
        into.add(new Term[] {a.elements().get(i), b.elements().get(i)});
      }
      return a.elements().size() == b.elements().size();
    }
    if (left instanceof ObjectTerm a && right instanceof ObjectTerm b) {
      for (ObjectTerm.Entry entry : a.entries()) {
        for (ObjectTerm.Entry other : b.entries()) {
          if (entry.key().equals(other.key())) {
            into.add(new Term[] {entry.value(), other.value()});
          }
        }
      }
      return into.size() == a.entries().size() && into.size() == b.entries().size();
    }
    if (left instanceof Variable || right instanceof Variable) {
      throw new Unbound(left + ", " + right);
    }
    return false;
  }

  private void bindAll(Term term) {
    for (String name : Variables.of(term)) {
      if (body.bound.add(name)) {
        var _ = body.slots.bind(name);
      }
    }
  }

  /// Never goes on.
  private static final class Fail extends Step {
    @Override
    boolean run(Frame frame) {
      return false;
    }
  }

  /// What a value has to look like to unify with a term.
  Pattern pattern(Term term) {
    if (isNew(term)) {
      String name = ((Variable) term).name();
      body.bound.add(name);
      return body.isNamedOnce(name)
          ? new Pattern.Anything()
          : new Pattern.Bind(body.slots.bind(name));
    }
    return switch (term) {
      case ArrayTerm array when !body.isKnown(array) ->
          new Pattern.Elements(
              array.elements().stream().map(this::pattern).toArray(Pattern[]::new));
      case ObjectTerm object when !body.isKnown(object) -> {
        Node[] keys = object.entries().stream().map(e -> body.node(e.key())).toArray(Node[]::new);
        yield new Pattern.Members(
            keys, object.entries().stream().map(e -> pattern(e.value())).toArray(Pattern[]::new));
      }
      case Scalar scalar -> new Pattern.Same(new Nodes.Constant(scalar.value()));
      default -> new Pattern.Same(body.node(term));
    };
  }
}
