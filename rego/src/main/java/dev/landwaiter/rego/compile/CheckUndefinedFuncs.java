package dev.landwaiter.rego.compile;

import dev.landwaiter.rego.check.TypeEnvironment;
import dev.landwaiter.rego.check.TypeErrors;
import dev.landwaiter.rego.syntax.Body;
import dev.landwaiter.rego.syntax.Call;
import dev.landwaiter.rego.syntax.Expr;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.Variable;
import java.util.ArrayList;
import java.util.OptionalInt;

/// Stage 22: what is called exists and takes that many arguments.
final class CheckUndefinedFuncs implements Stage {
  @Override
  public String id() {
    return "CheckUndefinedFuncs";
  }

  @Override
  public void run(Compilation compilation) {
    var check = new Check(compilation.functions, compilation.names, compilation.problems);
    compilation.eachModule(check::module);
  }

  static void query(Body body, Functions functions, Names names, Problems problems) {
    new Check(functions, names, problems).body(body);
  }

  private static final class Check extends Visit {
    private final Functions functions;
    private final Names names;
    private final Problems problems;

    Check(Functions functions, Names names, Problems problems) {
      this.functions = functions;
      this.names = names;
      this.problems = problems;
    }

    @Override
    void expr(Expr expr) {
      if (expr.content() instanceof Call call && !isRight(expr, call)) {
        return;
      }
      super.expr(expr);
    }

    private boolean isRight(Expr expr, Call call) {
      OptionalInt arity = functions.arity(call.operator());
      int given = call.arguments().size();
      if (arity.isEmpty()) {
        problems.type(expr.at(), "undefined function " + shown(call.operator()));
        return false;
      }
      int wanted = arity.getAsInt();
      if (expr.generated() && !Bodies.isEquality(call)) {
        return given == wanted + 1 || mismatch(expr, call, wanted, given - 1);
      }
      return given == wanted || given == wanted + 1 || mismatch(expr, call, wanted, given);
    }

    private boolean mismatch(Expr expr, Call call, int wanted, int given) {
      if (functions.builtin(call.operator()).isPresent()) {
        TypeEnvironment known = TypeEnvironment.of(functions.capabilities());
        problems.add(TypeErrors.arity(known, call, expr.at(), wanted, given));
      } else {
        problems.type(
            expr.at(),
            "function "
                + shown(call.operator())
                + " has arity "
                + wanted
                + ", got "
                + given
                + (given == 1 ? " argument" : " arguments"));
      }
      return false;
    }

    private String shown(Ref operator) {
      var parts = new ArrayList<Term>();
      for (Term part : operator.parts()) {
        parts.add(
            part instanceof Variable variable
                ? new Variable(names.source(variable.name()), variable.at())
                : part);
      }
      return new Ref(parts, operator.at()).toString();
    }
  }
}
