package dev.landwaiter.rego.compile;

import dev.landwaiter.rego.syntax.ArrayComprehension;
import dev.landwaiter.rego.syntax.Body;
import dev.landwaiter.rego.syntax.Expr;
import dev.landwaiter.rego.syntax.ObjectComprehension;
import dev.landwaiter.rego.syntax.Rewriting;
import dev.landwaiter.rego.syntax.SetComprehension;
import dev.landwaiter.rego.syntax.Term;
import java.util.ArrayList;
import java.util.List;

/// Stage 18: what a comprehension gathers is evaluated in its body.
final class RewriteComprehensionTerms implements Stage {
  @Override
  public String id() {
    return "RewriteComprehensionTerms";
  }

  @Override
  public void run(Compilation compilation) {
    var comprehensions = new Comprehensions(compilation.names);
    compilation.rewrite((_, rule) -> comprehensions.rule(rule));
  }

  static Body query(Body body, Names names) {
    return new Comprehensions(names).body(body);
  }

  private static final class Comprehensions extends Rewriting {
    private final Names names;

    Comprehensions(Names names) {
      this.names = names;
    }

    @Override
    public Term term(Term term) {
      return switch (super.term(term)) {
        case ArrayComprehension c -> {
          var extras = new ArrayList<Expr>();
          Term head = moved(c.head(), extras);
          yield new ArrayComprehension(head, Bodies.append(c.body(), extras), c.at());
        }
        case SetComprehension c -> {
          var extras = new ArrayList<Expr>();
          Term head = moved(c.head(), extras);
          yield new SetComprehension(head, Bodies.append(c.body(), extras), c.at());
        }
        case ObjectComprehension c -> {
          var extras = new ArrayList<Expr>();
          Term key = moved(c.key(), extras);
          Term value = moved(c.value(), extras);
          yield new ObjectComprehension(key, value, Bodies.append(c.body(), extras), c.at());
        }
        case Term other -> other;
      };
    }

    private Term moved(Term head, List<Expr> extras) {
      return Heads.moved(head, names, extras);
    }
  }
}
