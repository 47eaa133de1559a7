package dev.landwaiter.rego.search;

import dev.landwaiter.rego.syntax.ArrayComprehension;
import dev.landwaiter.rego.syntax.Expr;
import dev.landwaiter.rego.syntax.ObjectComprehension;
import dev.landwaiter.rego.syntax.Rewriting;
import dev.landwaiter.rego.syntax.SetComprehension;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.Variable;
import java.util.ArrayList;
import java.util.List;

/// Gathers variables, without root documents.
final class Variables extends Rewriting {
  private final List<Variable> found;
  private final boolean closures;

  private Variables(List<Variable> found, boolean closures) {
    this.found = found;
    this.closures = closures;
  }

  /// Adds those of a term, not looking into comprehensions.
  static void in(Term term, List<Variable> found) {
    new Variables(found, false).term(term);
  }

  /// Those of an expression.
  ///
  /// @param closures whether those inside comprehensions count
  static List<Variable> in(Expr expr, boolean closures) {
    var found = new ArrayList<Variable>();
    new Variables(found, closures).expr(expr);
    return found;
  }

  @Override
  public Term term(Term term) {
    if (term instanceof Variable variable) {
      if (!variable.name().equals("data")
          && !variable.name().equals("input")
          && !found.contains(variable)) {
        found.add(variable);
      }
      return term;
    }
    boolean closed =
        term instanceof ArrayComprehension
            || term instanceof SetComprehension
            || term instanceof ObjectComprehension;
    return closed && !closures ? term : super.term(term);
  }
}
