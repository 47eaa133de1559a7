package dev.landwaiter.rego.check;

import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Rewriting;
import dev.landwaiter.rego.syntax.Rule;
import dev.landwaiter.rego.syntax.Scalar;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.Variable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// Which rules use which documents: where `with` replaces a document, the types of all rules that
/// depend on it are open.
final class RuleUses {
  static final RuleUses NONE = new RuleUses(List.of());

  /// So many answers are kept; more are worked out anew each time.
  private static final int KEPT = 1_000;

  private final List<Uses> rules = new ArrayList<>();
  private final ConcurrentMap<List<Term>, Set<List<Term>>> known = new ConcurrentHashMap<>();

  /// A rule's path and the paths it uses, each up to its first variable.
  private record Uses(List<Term> path, Set<List<Term>> used) {}

  RuleUses(List<CheckedRule> checked) {
    for (CheckedRule one : checked) {
      rules.add(new Uses(ground(one.path().parts()), used(one.rule())));
    }
  }

  static List<Term> ground(List<Term> path) {
    int length = 1;
    while (length < path.size() && path.get(length) instanceof Scalar) {
      length++;
    }
    return List.copyOf(path.subList(0, length));
  }

  private static Set<List<Term>> used(Rule rule) {
    var used = new HashSet<List<Term>>();
    var refs =
        new Rewriting() {
          @Override
          public Term term(Term term) {
            if (term instanceof Variable variable && TypeEnvironment.isRoot(variable)) {
              used.add(List.of(variable));
            }
            return super.term(term);
          }

          @Override
          public Term ref(Ref ref) {
            if (TypeEnvironment.isRoot(ref.head())) {
              used.add(ground(ref.parts()));
              terms(ref.parts().subList(1, ref.parts().size()));
              return ref;
            }
            return super.ref(ref);
          }

          @Override
          public Ref operator(Ref operator) {
            if (TypeEnvironment.isRoot(operator.head())) {
              used.add(ground(operator.parts()));
            }
            return operator;
          }
        };
    refs.head(rule.head());
    refs.body(rule.body());
    return used;
  }

  /// The paths of rules that depend on a document, through others too.
  Set<List<Term>> dependents(List<Term> path) {
    Set<List<Term>> before = known.get(path);
    if (before != null) {
      return before;
    }
    var found = new HashSet<List<Term>>();
    Deque<List<Term>> open = new ArrayDeque<>(List.of(path));
    while (!open.isEmpty()) {
      List<Term> next = open.pop();
      for (Uses rule : rules) {
        if (!found.contains(rule.path())
            && rule.used().stream().anyMatch(used -> overlap(used, next))) {
          found.add(rule.path());
          open.push(rule.path());
        }
      }
    }
    if (known.size() < KEPT) {
      known.put(path, found);
    }
    return found;
  }

  private static boolean overlap(List<Term> one, List<Term> other) {
    int common = Math.min(one.size(), other.size());
    return one.subList(0, common).equals(other.subList(0, common));
  }
}
