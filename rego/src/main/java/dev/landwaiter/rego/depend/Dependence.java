package dev.landwaiter.rego.depend;

import dev.landwaiter.rego.policy.CompiledPolicy;
import dev.landwaiter.rego.policy.RuleTree;
import dev.landwaiter.rego.syntax.Body;
import dev.landwaiter.rego.syntax.Module;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Rule;
import dev.landwaiter.rego.syntax.Scalar;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.TermOrder;
import dev.landwaiter.rego.syntax.Variable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The documents a query depends on, directly and through rules (reference: 15.6, `deps`).
///
/// As in the original, `else` branches are not looked at, and of a path with variables its front up
/// to the first one counts.
///
/// @param base paths into `input`, and into `data` where no rules are; in order
/// @param virtual paths of rules; in order
public record Dependence(List<Ref> base, List<Ref> virtual) {
  public Dependence {
    base = List.copyOf(base);
    virtual = List.copyOf(virtual);
  }

  /// What a query depends on.
  public static Dependence of(CompiledPolicy policy, Body query) {
    var walk = new Walk(policy);
    walk.run(query);
    return new Dependence(List.copyOf(walk.base), List.copyOf(walk.virtual));
  }

  /// From the query to rules, and from rules to those they need.
  private static final class Walk {
    private final RuleTree tree;
    private final IdentityHashMap<Rule, Ref> paths = new IdentityHashMap<>();
    private final Set<Ref> base = new TreeSet<>(TermOrder::compare);
    private final Set<Ref> virtual = new TreeSet<>(TermOrder::compare);
    private final Set<Rule> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Rule> open = new ArrayDeque<>();

    Walk(CompiledPolicy policy) {
      this.tree = policy.rules();
      for (Module module : policy.modules()) {
        for (Rule rule : module.rules()) {
          paths.put(rule, path(module, rule));
        }
      }
    }

    private static Ref path(Module module, Rule rule) {
      var parts = new ArrayList<>(module.packageClause().path().parts());
      List<Term> below = rule.head().ref().parts();
      for (int i = 0; i < below.size(); i++) {
        if (below.get(i) instanceof Variable name && i == 0) {
          parts.add(Scalar.of(name.name(), name.at()));
        } else if (below.get(i) instanceof Scalar) {
          parts.add(below.get(i));
        } else {
          break;
        }
      }
      return new Ref(parts, rule.at());
    }

    void run(Body query) {
      RefsIn.ofQuery(query).forEach(this::document);
      while (!open.isEmpty()) {
        RefsIn.ofRule(open.pop()).forEach(this::document);
      }
    }

    private void document(Ref ref) {
      var parts = new ArrayList<Term>();
      parts.add(ref.head());
      ref.parts().stream().skip(1).takeWhile(Scalar.class::isInstance).forEach(parts::add);
      var front = new Ref(parts, ref.at());
      List<Rule> rules = rules(front);
      if (rules.isEmpty()) {
        base.add(front);
      }
      for (Rule rule : rules) {
        virtual.add(paths.getOrDefault(rule, front));
        if (seen.add(rule)) {
          open.push(rule);
        }
      }
    }

    /// The rules on the way to a path and all below it.
    private List<Rule> rules(Ref path) {
      var rules = new ArrayList<Rule>();
      if (!(path.head() instanceof Variable head) || !head.name().equals("data")) {
        return rules;
      }
      Optional<RuleTree> node = Optional.of(tree);
      for (Term part : path.parts().subList(1, path.parts().size())) {
        node = node.map(at -> at.children().get(((Scalar) part).value()));
        node.ifPresent(at -> rules.addAll(at.rules()));
      }
      node.ifPresent(at -> at.children().values().forEach(child -> all(child, rules)));
      return rules;
    }

    private static void all(RuleTree node, List<Rule> into) {
      into.addAll(node.rules());
      node.children().values().forEach(child -> all(child, into));
    }
  }
}
