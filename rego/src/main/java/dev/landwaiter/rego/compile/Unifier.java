package dev.landwaiter.rego.compile;

import dev.landwaiter.rego.syntax.ArrayComprehension;
import dev.landwaiter.rego.syntax.ArrayTerm;
import dev.landwaiter.rego.syntax.Call;
import dev.landwaiter.rego.syntax.ObjectComprehension;
import dev.landwaiter.rego.syntax.ObjectTerm;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.SetComprehension;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.Variable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which variables `a = b` binds, when some are bound before.
final class Unifier {
  private final Set<String> safe;
  private final Set<String> unified = new LinkedHashSet<>();

  /// For a variable those that must be bound before it is.
  private final Map<String, Set<String>> unknown = new HashMap<>();

  /// For a variable those that wait for it.
  private final Map<String, Set<String>> needing = new HashMap<>();

  Unifier(Set<String> safe) {
    this.safe = safe;
  }

  Set<String> unified(Term left, Term right) {
    unify(left, right);
    return unified;
  }

  private boolean isSafe(Term head) {
    return switch (head) {
      case Variable variable -> isSafe(variable.name());
      case Call _ -> false;
      default -> Variables.of(head).stream().allMatch(this::isSafe);
    };
  }

  private boolean isSafe(String name) {
    return safe.contains(name) || unified.contains(name);
  }

  private void unify(Term left, Term right) {
    switch (left) {
      case Variable variable -> variable(variable, right);
      case Ref ref -> {
        if (isSafe(ref.head())) {
          known(right, true);
        }
      }
      case ArrayComprehension _ -> {
        if (right instanceof Variable || right instanceof ArrayTerm) {
          known(right, true);
        }
      }
      case ObjectComprehension _ -> {
        if (right instanceof Variable || right instanceof ObjectTerm) {
          known(right, true);
        }
      }
      case SetComprehension _ -> known(right, false);
      case ArrayTerm array -> array(array, right);
      case ObjectTerm object -> object(object, right);
      case Call call -> {
        if (isSafe(call.operator().head())) {
          known(right, true);
        }
      }
      default -> known(right, false);
    }
  }

  /// What equals something known: a variable, or the variables of a composite.
  private void known(Term other, boolean composites) {
    if (other instanceof Variable variable) {
      safe(variable.name());
    } else if (composites && (other instanceof ArrayTerm || other instanceof ObjectTerm)) {
      allSafe(other);
    }
  }

  private void variable(Variable left, Term right) {
    switch (right) {
      case Variable other -> {
        if (isSafe(other.name())) {
          safe(left.name());
        } else if (isSafe(left.name())) {
          safe(other.name());
        } else {
          unknown(left.name(), other.name());
          unknown(other.name(), left.name());
        }
      }
      case ArrayTerm _, ObjectTerm _ -> all(left, right);
      case Ref ref -> {
        if (isSafe(ref.head())) {
          safe(left.name());
        }
      }
      case Call call -> {
        if (isSafe(call.operator().head())) {
          safe(left.name());
        }
      }
      default -> safe(left.name());
    }
  }

  private void array(ArrayTerm left, Term right) {
    switch (right) {
      case Variable variable -> all(variable, left);
      case ArrayComprehension _ -> allSafe(left);
      case Ref ref -> {
        if (isSafe(ref.head())) {
          allSafe(left);
        }
      }
      case ArrayTerm other -> {
        if (left.elements().size() == other.elements().size()) {
          for (int i = 0; i < left.elements().size(); i++) {
            unify(left.elements().get(i), other.elements().get(i));
          }
        }
      }
      default -> {}
    }
  }

  private void object(ObjectTerm left, Term right) {
    switch (right) {
      case Variable variable -> all(variable, left);
      case ObjectComprehension _ -> allSafe(left);
      case Ref ref -> {
        if (isSafe(ref.head())) {
          allSafe(left);
        }
      }
      case ObjectTerm other -> {
        if (left.entries().size() == other.entries().size()) {
          var values = new HashMap<Term, Term>();
          other.entries().forEach(entry -> values.put(entry.key(), entry.value()));
          for (ObjectTerm.Entry entry : left.entries()) {
            Term value = values.get(entry.key());
            if (value != null) {
              unify(entry.value(), value);
            }
          }
        }
      }
      default -> {}
    }
  }

  private void all(Variable variable, Term composite) {
    if (isSafe(variable.name())) {
      allSafe(composite);
      return;
    }
    List<String> open = inside(composite).stream().filter(name -> !isSafe(name)).toList();
    if (open.isEmpty()) {
      safe(variable.name());
    } else {
      open.forEach(name -> unknown(variable.name(), name));
    }
  }

  private static Set<String> inside(Term composite) {
    var all =
        new Variables(
            Variables.Skip.REF_HEADS, Variables.Skip.OBJECT_KEYS, Variables.Skip.CLOSURES);
    all.term(composite);
    return all.names;
  }

  private void allSafe(Term composite) {
    inside(composite).forEach(this::safe);
  }

  private void unknown(String name, String needed) {
    if (unknown.computeIfAbsent(name, key -> new HashSet<>()).add(needed)) {
      needing.computeIfAbsent(needed, key -> new HashSet<>()).add(name);
    }
  }

  /// Marks a variable, all that must equal it, and all that waited for it alone. A loop, for such
  /// chains may be as long as a literal is.
  private void safe(String first) {
    Deque<String> open = new ArrayDeque<>();
    open.push(first);
    while (!open.isEmpty()) {
      String name = open.pop();
      unified.add(name);
      Set<String> equal = unknown.remove(name);
      if (equal != null) {
        equal.stream().filter(other -> !unified.contains(other)).forEach(open::push);
      }
      Set<String> waiting = needing.remove(name);
      if (waiting == null) {
        continue;
      }
      for (String other : waiting) {
        Set<String> needed = unknown.get(other);
        if (needed != null && needed.remove(name) && needed.isEmpty()) {
          unknown.remove(other);
          open.push(other);
        }
      }
    }
  }
}
