package dev.landwaiter.rego.search;

import dev.landwaiter.rego.syntax.Call;
import dev.landwaiter.rego.syntax.Scalar;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.Variable;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// Variables that are equal to each other, and the constants some are equal to.
@SuppressWarnings("ReferenceEquality")
final class Groups {
  private final Set<Variable> live;
  private final Map<Variable, Variable> parents = new HashMap<>();
  private final Map<Variable, Term> constants = new HashMap<>();

  /// @param live variables that rather stand for a group
  Groups(Set<Variable> live) {
    this.live = live;
  }

  /// Notes what an equality says.
  ///
  /// @return false when it can never hold
  boolean equate(Call equality) {
    Term left = equality.arguments().get(0);
    Term right = equality.arguments().get(1);
    if (left instanceof Variable a && right instanceof Variable b) {
      return merge(a, b);
    }
    if (left instanceof Variable a && right instanceof Scalar constant) {
      return constant(a, constant);
    }
    return !(right instanceof Variable b && left instanceof Scalar constant)
        || constant(b, constant);
  }

  private boolean merge(Variable left, Variable right) {
    Variable a = root(left);
    Variable b = root(right);
    if (a.equals(b)) {
      return true;
    }
    Variable top = live.contains(a) ? a : b;
    Variable other = top == a ? b : a;
    Term known = constants.get(other);
    parents.put(other, top);
    return known == null || constant(top, known);
  }

  private boolean constant(Variable variable, Term constant) {
    Term known = constants.putIfAbsent(root(variable), constant);
    return known == null || known.equals(constant);
  }

  private Variable root(Variable variable) {
    Variable current = variable;
    parents.putIfAbsent(current, current);
    while (!parents.getOrDefault(current, current).equals(current)) {
      current = parents.getOrDefault(current, current);
    }
    return current;
  }

  boolean knows(Variable variable) {
    return parents.containsKey(variable);
  }

  /// Leaves a variable's group without constant.
  ///
  /// @return the variable that stands for the group
  Variable forget(Variable variable) {
    if (!knows(variable)) {
      return variable;
    }
    Variable root = root(variable);
    constants.remove(root);
    return root;
  }

  /// What a variable is equal to: a constant, the variable that stands for its group, or itself.
  Term value(Variable variable) {
    if (!knows(variable)) {
      return variable;
    }
    Variable root = root(variable);
    return constants.getOrDefault(root, root);
  }
}
