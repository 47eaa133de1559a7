package dev.landwaiter.rego.search;

import dev.landwaiter.rego.syntax.ArrayTerm;
import dev.landwaiter.rego.syntax.Call;
import dev.landwaiter.rego.syntax.ObjectTerm;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.SetTerm;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.Variable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The refs and variables whose values are not known (partial evaluation).
@SuppressWarnings("ReferenceEquality")
final class Unknowns {
  private final List<Ref> refs;
  private final List<Unbound> variables = new ArrayList<>();

  /// A variable of a scope.
  record Unbound(Variable variable, Bindings scope) {}

  Unknowns(List<Ref> refs) {
    this.refs = List.copyOf(refs);
  }

  void push(Variable variable, Bindings scope) {
    variables.add(new Unbound(variable, scope));
  }

  void pop(int count) {
    for (int i = 0; i < count; i++) {
      variables.removeLast();
    }
  }

  /// Whether a variable, or a ref by its head or a front it shares, is unknown.
  boolean contains(Term term, Bindings scope) {
    return switch (term) {
      case Variable variable -> contains(variable, scope);
      case Ref ref -> {
        for (Ref unknown : refs) {
          if (startsWith(unknown, ref) || startsWith(ref, unknown)) {
            yield true;
          }
        }
        yield ref.head() instanceof Variable head && contains(head, scope);
      }
      default -> false;
    };
  }

  boolean containsRef(Ref ref) {
    return refs.stream().anyMatch(known -> startsWith(known, ref) || startsWith(ref, known));
  }

  private boolean contains(Variable variable, Bindings scope) {
    for (int i = variables.size() - 1; i >= 0; i--) {
      Unbound unknown = variables.get(i);
      if (unknown.scope == scope && unknown.variable.equals(variable)) {
        return true;
      }
    }
    return false;
  }

  static boolean startsWith(Ref ref, Ref front) {
    return ref.parts().size() >= front.parts().size()
        && ref.parts().subList(0, front.parts().size()).equals(front.parts());
  }

  /// Whether a term holds an unknown variable somewhere, also behind its bindings.
  boolean containsInside(Term term, Bindings scope) {
    return switch (term) {
      case Variable variable -> {
        Bindings.Bound bound = scope.resolve(variable);
        yield bound.term() == variable
            ? contains(variable, scope)
            : bound.term() instanceof Variable other
                ? contains(other, bound.scope())
                : containsInside(bound.term(), bound.scope());
      }
      case Ref ref -> anyInside(ref.parts(), scope);
      case ArrayTerm array -> anyInside(array.elements(), scope);
      case SetTerm set -> anyInside(set.elements(), scope);
      case Call call -> anyInside(call.arguments(), scope);
      case ObjectTerm object ->
          object.entries().stream()
              .anyMatch(e -> containsInside(e.key(), scope) || containsInside(e.value(), scope));
      default -> false;
    };
  }

  private boolean anyInside(List<Term> terms, Bindings scope) {
    for (Term term : terms) {
      if (containsInside(term, scope)) {
        return true;
      }
    }
    return false;
  }

  /// The unknown variables as the caller sees them.
  Set<Variable> names(Bindings caller) {
    var names = new LinkedHashSet<Variable>();
    for (Unbound unknown : variables) {
      if (Plug.named(unknown.variable, unknown.scope, caller) instanceof Variable variable) {
        names.add(variable);
      }
    }
    return names;
  }
}
