package dev.landwaiter.rego.search;

import dev.landwaiter.rego.syntax.Body;
import dev.landwaiter.rego.syntax.Call;
import dev.landwaiter.rego.syntax.Content;
import dev.landwaiter.rego.syntax.Expr;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Rewriting;
import dev.landwaiter.rego.syntax.Scalar;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.Variable;
import dev.landwaiter.rego.type.Declaration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Whether evaluating something needs what is unknown.
@SuppressWarnings("OperatorPrecedence")
final class Requirement {
  private final Program program;
  private final Residue residue;
  private final boolean nondeterministic;

  Requirement(Program program, Residue residue, boolean nondeterministic) {
    this.program = program;
    this.residue = residue;
    this.nondeterministic = nondeterministic;
  }

  boolean of(Term term, Bindings scope) {
    var visit = new Visit(scope, false);
    visit.term(term);
    return visit.found;
  }

  boolean of(Expr expr, Bindings scope) {
    var visit = new Visit(scope, false);
    visit.expr(expr);
    return visit.found;
  }

  boolean of(Body body, Bindings scope) {
    var visit = new Visit(scope, false);
    visit.body(body);
    return visit.found;
  }

  private final class Visit extends Rewriting {
    private final Bindings scope;

    /// Whether this is inside a rule, whose variables are not those of the scope.
    private final boolean inside;

    private boolean found;

    Visit(Bindings scope, boolean inside) {
      this.scope = scope;
      this.inside = inside;
    }

    @Override
    public Expr expr(Expr expr) {
      found = found || !expr.with().isEmpty() || isNondeterministic(expr.content());
      return found ? expr : super.expr(expr);
    }

    private boolean isNondeterministic(Content content) {
      if (nondeterministic || !(content instanceof Call call)) {
        return false;
      }
      Operator operator = program.operator(call.operator());
      return operator.builtin() != null
          && operator.builtin().declaration().is(Declaration.Flag.NONDETERMINISTIC);
    }

    @Override
    public Term term(Term term) {
      if (found) {
        return term;
      }
      if (term instanceof Variable variable) {
        found = !inside && residue.unknowns.containsInside(variable, scope);
        return term;
      }
      return super.term(term);
    }

    @Override
    public Term ref(Ref ref) {
      reads(ref);
      return found ? ref : super.ref(ref);
    }

    @Override
    public Ref operator(Ref operator) {
      if (operator.head() instanceof Variable head && head.name().equals("data")) {
        reads(operator);
      }
      return operator;
    }

    private void reads(Ref ref) {
      found =
          found
              || residue.unknowns.contains(ref, scope)
              || residue.inlining.isBarred(constantFront(ref), true);
      if (found || !(ref.head() instanceof Variable head && head.name().equals("data"))) {
        return;
      }
      for (Clause clause : rules(ref)) {
        var visit = new Visit(scope, true);
        visit.rule(clause.rule());
        if (visit.found) {
          found = true;
          return;
        }
      }
    }
  }

  static Ref constantFront(Ref ref) {
    int end = 1;
    while (end < ref.parts().size() && ref.parts().get(end) instanceof Scalar) {
      end++;
    }
    return new Ref(ref.parts().subList(0, end), ref.at());
  }

  /// All definitions a ref could mean.
  private Set<Clause> rules(Ref ref) {
    var found = new LinkedHashSet<Clause>();
    walk(program.root, ref.parts(), 1, found);
    return found;
  }

  private static void walk(Node node, List<Term> parts, int index, Set<Clause> found) {
    if (index >= parts.size()) {
      below(node, found);
      return;
    }
    List<Node> next = new ArrayList<>();
    if (parts.get(index) instanceof Scalar scalar) {
      Node child = node.children.get(scalar.value());
      if (child != null) {
        next.add(child);
      }
    } else {
      node.sorted.stream().filter(child -> !child.hidden).forEach(next::add);
    }
    for (Node child : next) {
      child.definitions.forEach(definition -> found.add(definition.getFirst()));
      walk(child, parts, index + 1, found);
    }
  }

  private static void below(Node node, Set<Clause> found) {
    node.definitions.forEach(definition -> found.add(definition.getFirst()));
    node.sorted.forEach(child -> below(child, found));
  }
}
