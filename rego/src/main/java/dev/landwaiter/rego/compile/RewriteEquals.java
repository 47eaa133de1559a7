package dev.landwaiter.rego.compile;

import dev.landwaiter.rego.syntax.Body;
import dev.landwaiter.rego.syntax.Call;
import dev.landwaiter.rego.syntax.Content;
import dev.landwaiter.rego.syntax.Rewriting;

/// Stage 25: `==` between two operands becomes `=`.
final class RewriteEquals implements Stage {
  @Override
  public String id() {
    return "RewriteEquals";
  }

  @Override
  public void run(Compilation compilation) {
    Rewriting rewriting = rewriting();
    compilation.rewrite((_, rule) -> rewriting.rule(rule));
  }

  /// For queries that are evaluated in part.
  static Body query(Body body) {
    return rewriting().body(body);
  }

  private static Rewriting rewriting() {
    return new Rewriting() {
      @Override
      public Content content(Content content) {
        Content inside = super.content(content);
        return inside instanceof Call call
                && Bodies.isNamed(call, "equal")
                && call.arguments().size() == 2
            ? new Call(Names.operator("eq", call.operator().at()), call.arguments(), call.at())
            : inside;
      }
    };
  }
}
