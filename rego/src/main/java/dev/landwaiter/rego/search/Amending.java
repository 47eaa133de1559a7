package dev.landwaiter.rego.search;

import dev.landwaiter.rego.syntax.ArrayComprehension;
import dev.landwaiter.rego.syntax.Body;
import dev.landwaiter.rego.syntax.Call;
import dev.landwaiter.rego.syntax.Expr;
import dev.landwaiter.rego.syntax.ObjectComprehension;
import dev.landwaiter.rego.syntax.Rewriting;
import dev.landwaiter.rego.syntax.SetComprehension;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.Variable;
import java.util.ArrayList;
import java.util.List;

/// Makes a comprehension that is left stand for itself: what is bound outside is said inside, and
/// its variables carry the number of their scope.
final class Amending extends Rewriting {
  private final Bindings scope;
  private final Bindings caller;

  private Amending(Bindings scope, Bindings caller) {
    this.scope = scope;
    this.caller = caller;
  }

  /// The comprehension amended; any other term as it is.
  static Term of(Frame frame, Term term, Bindings scope) {
    var extras = new ArrayList<Expr>();
    for (int i = 0; i < scope.size(); i++) {
      Variable variable = scope.variableAt(i);
      Bindings.Bound bound = scope.boundAt(i);
      Term value = Plug.named(bound.term(), bound.scope(), frame.caller);
      extras.add(Expr.of(new Call(Unifier.EQ, List.of(variable, value), term.at())));
    }
    var amending = new Amending(scope, frame.caller);
    return switch (term) {
      case ArrayComprehension c ->
          new ArrayComprehension(
              amending.term(c.head()), amending.longer(c.body(), extras), c.at());
      case SetComprehension c ->
          new SetComprehension(amending.term(c.head()), amending.longer(c.body(), extras), c.at());
      case ObjectComprehension c ->
          new ObjectComprehension(
              amending.term(c.key()),
              amending.term(c.value()),
              amending.longer(c.body(), extras),
              c.at());
      default -> term;
    };
  }

  private Body longer(Body body, List<Expr> extras) {
    var expressions = new ArrayList<Expr>(body.expressions());
    for (Expr extra : extras) {
      expressions.add(extra.index(expressions.size()));
    }
    return body(new Body(expressions, body.at()));
  }

  @Override
  public Term term(Term term) {
    return term instanceof Variable variable
        ? Plug.namespaced(variable, scope, caller)
        : super.term(term);
  }
}
