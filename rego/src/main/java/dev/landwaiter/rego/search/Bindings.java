package dev.landwaiter.rego.search;

import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.Variable;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The variables of one rule or query in one of its evaluations. Variables are unbound in the
/// opposite order of binding, so that a stack of them is all it takes.
final class Bindings {
  final long id;
  private String[] names = new String[8];
  private Variable[] variables = new Variable[8];
  private Bound[] bounds = new Bound[8];
  private int size;

  /// What a variable stands for: a term, whose own variables belong to a scope.
  record Bound(Term term, Bindings scope) {}

  Bindings(long id) {
    this.id = id;
  }

  int size() {
    return size;
  }

  Variable variableAt(int index) {
    return variables[index];
  }

  Bound boundAt(int index) {
    return bounds[index];
  }

  @Nullable Bound find(String name) {
    for (int i = 0; i < size; i++) {
      if (names[i].equals(name)) {
        return bounds[i];
      }
    }
    return null;
  }

  void bind(Variable variable, Term term, Bindings scope) {
    if (size == names.length) {
      names = Arrays.copyOf(names, size * 2);
      variables = Arrays.copyOf(variables, size * 2);
      bounds = Arrays.copyOf(bounds, size * 2);
    }
    names[size] = variable.name();
    variables[size] = variable;
    bounds[size++] = new Bound(term, scope);
  }

  void unbind() {
    size--;
  }

  /// What a term stands for: itself, or what its variable is bound to in the end.
  Bound resolve(Term term) {
    Term current = term;
    Bindings scope = this;
    Bound last = null;
    while (current instanceof Variable variable) {
      Bound bound = scope.find(variable.name());
      if (bound == null) {
        break;
      }
      last = bound;
      current = bound.term;
      scope = bound.scope;
    }
    return last == null ? new Bound(term, this) : last;
  }
}
