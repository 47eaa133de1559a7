package dev.landwaiter.rego.search;

import dev.landwaiter.rego.syntax.Expr;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.With;
import java.util.List;

/// One expression made ready.
sealed interface Step {
  Expr expr();

  /// Without its modifiers.
  record Modified(Expr expr, Step plain, List<Target> targets) implements Step {}

  /// A modifier and the function it replaces, if its target is one.
  record Target(With with, Operator function) {
    boolean isFunction() {
      return function.builtin() != null || function.arity() > 0;
    }
  }

  /// `a = b`.
  record Equality(Expr expr, Term left, Term right) implements Step {}

  /// A call, perhaps with one argument more for the result.
  record Invocation(Expr expr, Operator operator, List<Term> arguments) implements Step {}

  /// A term that must be defined and not false.
  record Bare(Expr expr, Term term) implements Step {}

  /// The classic `not`, and the one that wraps.
  record Negation(Expr expr, Block block) implements Step {}

  /// `every`; the generator gives one key and value after the other.
  record ForAll(Expr expr, Term domain, Block generator, Block body) implements Step {}

  /// `and`, `or`.
  record Either(Expr expr, boolean both, Block left, Block right) implements Step {}

  /// Nothing to do.
  record Nothing(Expr expr) implements Step {}
}
