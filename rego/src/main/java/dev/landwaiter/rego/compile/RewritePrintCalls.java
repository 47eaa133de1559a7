package dev.landwaiter.rego.compile;

import dev.landwaiter.rego.syntax.ArrayTerm;
import dev.landwaiter.rego.syntax.Body;
import dev.landwaiter.rego.syntax.Call;
import dev.landwaiter.rego.syntax.Content;
import dev.landwaiter.rego.syntax.Every;
import dev.landwaiter.rego.syntax.Expr;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Rewriting;
import dev.landwaiter.rego.syntax.Rule;
import dev.landwaiter.rego.syntax.Scalar;
import dev.landwaiter.rego.syntax.SetComprehension;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.Variable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Stage 12: calls of `print` go, or become calls that do not fail where an operand is undefined.
final class RewritePrintCalls implements Stage {
  @Override
  public String id() {
    return "RewritePrintCalls";
  }

  @Override
  public void run(Compilation compilation) {
    if (!compilation.settings.keepPrint()) {
      compilation.rewrite((_, rule) -> new Erasing().rule(rule));
      return;
    }
    compilation.rewriteBranches((_, rule) ->
        new Prints(
                compilation.functions,
                compilation.names,
                compilation.problems,
                Variables.of(rule.head().args()))
            .branch(rule));
  }

  static Body query(Body body, boolean keep, Functions functions, Names names, Problems problems) {
    return keep
        ? new Prints(functions, names, problems, Set.of()).body(body)
        : new Erasing().body(body);
  }

  private static boolean isPrint(Expr expr) {
    return Bodies.isCall(expr, "print");
  }

  private static final class Erasing extends Rewriting {
    @Override
    public Body body(Body body) {
      List<Expr> kept = body.expressions().stream().filter(expr -> !isPrint(expr)).toList();
      Body rest =
          kept.size() == body.expressions().size()
              ? body
              : Bodies.of(kept.isEmpty() ? List.of(Bodies.yes(body.at())) : kept, body.at());
      return super.body(rest);
    }
  }

  private static final class Prints extends Rewriting {
    private final Functions functions;
    private final Names names;
    private final Problems problems;
    private final Set<String> safe;

    Prints(Functions functions, Names names, Problems problems, Set<String> outside) {
      this.functions = functions;
      this.names = names;
      this.problems = problems;
      this.safe = new HashSet<>(outside);
      safe.add("input");
      safe.add("data");
    }

    Rule branch(Rule rule) {
      return Bodies.rule(rule, head(rule.head()), body(rule.body()));
    }

    @Override
    public Body body(Body body) {
      var added = new ArrayList<String>();
      var outputs = new Outputs(functions, names);
      var result = new ArrayList<Expr>();
      for (Expr expr : body.expressions()) {
        Expr inside = expr(expr);
        result.add(isPrint(inside) ? print(inside) : inside);
        outputs.of(expr, safe).stream().filter(safe::add).forEach(added::add);
      }
      added.forEach(safe::remove);
      return Bodies.of(result, body.at());
    }

    @Override
    public Content content(Content content) {
      if (content instanceof Every every) {
        Set<String> own = new HashSet<>(Variables.of(every.value()));
        every.key().ifPresent(key -> own.addAll(Variables.of(key)));
        own.removeAll(safe);
        safe.addAll(own);
        Content result = super.content(every);
        safe.removeAll(own);
        return result;
      }
      return super.content(content);
    }

    private Expr print(Expr expr) {
      Call call = (Call) expr.content();
      var operands = new ArrayList<Term>();
      for (Term operand : call.arguments()) {
        var needed = new Variables(Variables.Skip.CALL_HEADS, Variables.Skip.CLOSURES);
        needed.term(operand);
        needed.names.stream()
            .filter(name -> !safe.contains(name))
            .sorted()
            .forEach(name ->
                problems.compile(operand.at(), "var " + names.shown(name) + " is undeclared"));
        Variable result = names.fresh(operand.at());
        Expr capture = Expr.of(Names.equal(result, operand));
        operands.add(
            new SetComprehension(result, Bodies.of(List.of(capture), operand.at()), operand.at()));
      }
      Ref operator =
          new Ref(
              List.of(
                  new Variable("internal", call.operator().at()),
                  Scalar.of("print", call.operator().at())),
              call.operator().at());
      return expr.content(
          new Call(operator, List.of(new ArrayTerm(operands, call.at())), call.at()));
    }
  }
}
