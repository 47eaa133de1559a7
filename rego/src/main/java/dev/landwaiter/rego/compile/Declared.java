package dev.landwaiter.rego.compile;

import dev.landwaiter.rego.syntax.ArrayComprehension;
import dev.landwaiter.rego.syntax.Body;
import dev.landwaiter.rego.syntax.Call;
import dev.landwaiter.rego.syntax.Content;
import dev.landwaiter.rego.syntax.Expr;
import dev.landwaiter.rego.syntax.Logical;
import dev.landwaiter.rego.syntax.Not;
import dev.landwaiter.rego.syntax.ObjectComprehension;
import dev.landwaiter.rego.syntax.SetComprehension;
import dev.landwaiter.rego.syntax.SomeDeclaration;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.Variable;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The names a body declares with `:=` and `some`, those of the bodies of `every` among them, not
/// those of other closures.
final class Declared extends Visit {
  private final Set<String> names = new LinkedHashSet<>();

  private Declared() {}

  static Set<String> in(Body body) {
    var declared = new Declared();
    declared.body(body);
    return declared.names;
  }

  static Set<String> in(Expr expr) {
    var declared = new Declared();
    declared.expr(expr);
    return declared.names;
  }

  @Override
  void term(Term term) {
    switch (term) {
      case ArrayComprehension _, SetComprehension _, ObjectComprehension _ -> {}
      default -> super.term(term);
    }
  }

  @Override
  void content(Content content) {
    switch (content) {
      case Call call when isAssignment(call) ->
          names.addAll(Variables.of(call.arguments().getFirst()));
      case SomeDeclaration some -> some.symbols().forEach(this::symbol);
      case Not not -> operand(not.body(), not.explicit());
      case Logical logical -> {
        operand(logical.left().body(), logical.left().explicit());
        operand(logical.right().body(), logical.right().explicit());
      }
      default -> {}
    }
    super.content(content instanceof Not || content instanceof Logical ? NOTHING : content);
  }

  private static final Content NOTHING =
      dev.landwaiter.rego.syntax.Scalar.of(true, dev.landwaiter.rego.Location.NONE);

  private void operand(Body body, boolean explicit) {
    if (!explicit) {
      body(body);
    }
  }

  private void symbol(Term symbol) {
    switch (symbol) {
      case Variable variable -> names.add(variable.name());
      case Call call -> {
        List<Term> patterns = call.arguments();
        patterns
            .subList(0, patterns.size() - 1)
            .forEach(pattern -> names.addAll(Variables.of(pattern)));
      }
      default -> {}
    }
  }

  static boolean isAssignment(Call call) {
    return Bodies.isNamed(call, "assign") && call.arguments().size() == 2;
  }
}
