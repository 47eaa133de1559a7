package dev.landwaiter.rego.compile;

import dev.landwaiter.rego.syntax.ArrayComprehension;
import dev.landwaiter.rego.syntax.Body;
import dev.landwaiter.rego.syntax.Call;
import dev.landwaiter.rego.syntax.Expr;
import dev.landwaiter.rego.syntax.ObjectComprehension;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Rule;
import dev.landwaiter.rego.syntax.SetComprehension;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.Variable;
import java.util.ArrayList;
import java.util.List;

/// Stage 27: in tests, operands of equalities get variables whose values reports can show.
final class RewriteTestRulesForTracing implements Stage {
  @Override
  public String id() {
    return "RewriteTestRulesForTracing";
  }

  @Override
  public void run(Compilation compilation) {
    if (compilation.settings.rewriteTests()) {
      compilation.rewriteBranches((_, rule) ->
          isTest(rule)
              ? Bodies.rule(rule, rule.head(), body(rule.body(), compilation.names))
              : rule);
    }
  }

  private static boolean isTest(Rule rule) {
    return rule.head().ref().head() instanceof Variable name && name.name().startsWith("test_");
  }

  private static Body body(Body body, Names names) {
    var result = new ArrayList<Expr>();
    for (Expr expr : body.expressions()) {
      if (!expr.negated()
          && !expr.generated()
          && expr.content() instanceof Call call
          && Bodies.isEquality(call)) {
        List<Term> operands =
            call.arguments().stream().map(term -> shown(expr, term, names, result)).toList();
        result.add(expr.content(new Call(call.operator(), operands, call.at())));
      } else {
        result.add(expr);
      }
    }
    return Bodies.of(result, body.at());
  }

  private static Term shown(Expr original, Term term, Names names, List<Expr> result) {
    return switch (term) {
      case Ref _, ArrayComprehension _, SetComprehension _, ObjectComprehension _ -> {
        Expr equation = names.equation(term).with(original.with());
        result.add(equation);
        yield Names.defined(equation);
      }
      default -> term;
    };
  }
}
