package dev.landwaiter.rego.compile;

import dev.landwaiter.rego.syntax.Body;
import dev.landwaiter.rego.syntax.Call;
import dev.landwaiter.rego.syntax.Expr;
import dev.landwaiter.rego.type.Declaration;
import java.util.Set;
import java.util.function.Predicate;

/// Stages 30 and 31: functions that the caller forbids, and deprecated ones, are not called.
final class CheckBuiltins implements Stage {
  /// Which functions are looked for.
  enum Kind {
    UNSAFE,
    DEPRECATED
  }

  private final Kind kind;

  CheckBuiltins(Kind kind) {
    this.kind = kind;
  }

  @Override
  public String id() {
    return kind == Kind.UNSAFE ? "CheckUnsafeBuiltins" : "CheckDeprecatedBuiltins";
  }

  @Override
  public void run(Compilation compilation) {
    compilation.eachModule(module -> {
      if (kind == Kind.UNSAFE) {
        unsafe(compilation.settings.unsafeBuiltins(), compilation.problems).module(module);
      } else if (compilation.isModern(module)) {
        deprecated(compilation.functions, compilation.problems).module(module);
      }
    });
  }

  static void query(
      Body body, Set<String> forbidden, boolean strict, Functions functions, Problems problems) {
    unsafe(forbidden, problems).body(body);
    if (strict) {
      deprecated(functions, problems).body(body);
    }
  }

  private static Visit unsafe(Set<String> forbidden, Problems problems) {
    return new Calls("unsafe", call -> forbidden.contains(call.name()), problems);
  }

  private static Visit deprecated(Functions functions, Problems problems) {
    return new Calls(
        "deprecated",
        call ->
            functions
                .builtin(call.operator())
                .filter(builtin -> builtin.is(Declaration.Flag.DEPRECATED))
                .isPresent(),
        problems);
  }

  private static final class Calls extends Visit {
    private final String kind;
    private final Predicate<Call> bad;
    private final Problems problems;

    Calls(String kind, Predicate<Call> bad, Problems problems) {
      this.kind = kind;
      this.bad = bad;
      this.problems = problems;
    }

    @Override
    void expr(Expr expr) {
      if (expr.content() instanceof Call call && bad.test(call)) {
        problems.type(
            expr.at(), kind + " built-in function calls in expression: " + call.operator());
      }
      super.expr(expr);
    }
  }
}
