package dev.landwaiter.rego.compile;

import dev.landwaiter.rego.syntax.Body;
import dev.landwaiter.rego.syntax.Call;
import dev.landwaiter.rego.syntax.Expr;
import dev.landwaiter.rego.syntax.Rule;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.Variable;

/// Stage 4: in version 1 no rule, argument or variable may be called `input` or `data`.
final class CheckKeywordOverrides implements Stage {
  @Override
  public String id() {
    return "CheckKeywordOverrides";
  }

  @Override
  public void run(Compilation compilation) {
    compilation.eachModule(module -> {
      if (compilation.isModern(module)) {
        module.rules().forEach(rule -> names(rule, compilation.problems));
        new Assignments(compilation.problems).module(module);
      }
    });
  }

  static void query(Body body, Problems problems) {
    new Assignments(problems).body(body);
  }

  private static void names(Rule rule, Problems problems) {
    if (rule.head().ref().head() instanceof Variable name && Bodies.isRootName(name)) {
      problems.compile(rule.at(), "rules must not shadow " + name + " (use a different rule name)");
    }
    for (Term arg : rule.head().args()) {
      if (Bodies.isRoot(arg)) {
        problems.compile(
            arg.at(), "args must not shadow " + arg + " (use a different variable name)");
      }
    }
  }

  private static final class Assignments extends Visit {
    private final Problems problems;

    Assignments(Problems problems) {
      this.problems = problems;
    }

    @Override
    void expr(Expr expr) {
      if (expr.content() instanceof Call call && Declared.isAssignment(call)) {
        String target = call.arguments().getFirst().toString();
        if (target.equals("input") || target.equals("data")) {
          problems.compile(
              expr.at(),
              "variables must not shadow " + target + " (use a different variable name)");
        }
      }
      super.expr(expr);
    }
  }
}
