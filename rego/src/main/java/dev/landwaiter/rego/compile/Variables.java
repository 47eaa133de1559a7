package dev.landwaiter.rego.compile;

import dev.landwaiter.rego.syntax.ArrayComprehension;
import dev.landwaiter.rego.syntax.Body;
import dev.landwaiter.rego.syntax.Content;
import dev.landwaiter.rego.syntax.Every;
import dev.landwaiter.rego.syntax.Expr;
import dev.landwaiter.rego.syntax.Logical;
import dev.landwaiter.rego.syntax.Not;
import dev.landwaiter.rego.syntax.ObjectComprehension;
import dev.landwaiter.rego.syntax.ObjectTerm;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.SetComprehension;
import dev.landwaiter.rego.syntax.SetTerm;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.Variable;
import dev.landwaiter.rego.syntax.With;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Gathers the names of variables.
class Variables extends Visit {
  /// What is not looked at.
  enum Skip {
    REF_HEADS,
    CALL_HEADS,
    /// Comprehensions, bodies of `every`, bodies in braces of `not`, `and`, `or`.
    CLOSURES,
    SETS,
    OBJECT_KEYS
  }

  final Set<String> names = new LinkedHashSet<>();
  private final Set<Skip> skips;

  Variables(Skip... skips) {
    this.skips = EnumSet.noneOf(Skip.class);
    this.skips.addAll(List.of(skips));
  }

  private boolean skips(Skip one) {
    return skips.contains(one);
  }

  /// All of a term.
  static Set<String> of(Term term) {
    var all = new Variables();
    all.term(term);
    return all.names;
  }

  /// All of an expression.
  static Set<String> of(Expr expr) {
    var all = new Variables();
    all.expr(expr);
    return all.names;
  }

  static Set<String> of(Body body) {
    var all = new Variables();
    all.body(body);
    return all.names;
  }

  static Set<String> of(List<Term> terms) {
    var all = new Variables();
    terms.forEach(all::term);
    return all.names;
  }

  @Override
  void term(Term term) {
    switch (term) {
      case Variable variable -> names.add(variable.name());
      case Ref ref when skips(Skip.REF_HEADS) -> parts(ref);
      case ObjectTerm object when skips(Skip.OBJECT_KEYS) ->
          object.entries().forEach(entry -> term(entry.value()));
      case SetTerm _ when skips(Skip.SETS) -> {}
      case ArrayComprehension _, SetComprehension _, ObjectComprehension _
          when skips(Skip.CLOSURES) -> {}
      default -> super.term(term);
    }
  }

  private void parts(Ref ref) {
    ref.parts().stream().skip(1).forEach(this::term);
  }

  @Override
  void operator(Ref operator) {
    if (skips(Skip.CALL_HEADS) || skips(Skip.REF_HEADS)) {
      parts(operator);
    } else {
      super.operator(operator);
    }
  }

  @Override
  void content(Content content) {
    switch (content) {
      case Not not when skips(Skip.CLOSURES) -> operand(not.body(), not.explicit());
      case Logical logical when skips(Skip.CLOSURES) -> {
        operand(logical.left().body(), logical.left().explicit());
        operand(logical.right().body(), logical.right().explicit());
      }
      default -> super.content(content);
    }
  }

  void operand(Body body, boolean explicit) {
    if (!explicit) {
      body(body);
    }
  }

  @Override
  void every(Every every) {
    if (skips(Skip.CLOSURES)) {
      term(every.domain());
    } else {
      super.every(every);
    }
  }

  @Override
  void with(With with) {
    if (skips(Skip.CALL_HEADS) && with.target() instanceof Ref target) {
      parts(target);
      term(with.value());
    } else {
      super.with(with);
    }
  }
}
