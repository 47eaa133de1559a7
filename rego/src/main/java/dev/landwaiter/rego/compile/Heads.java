package dev.landwaiter.rego.compile;

import dev.landwaiter.rego.syntax.Expr;
import dev.landwaiter.rego.syntax.Head;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Term;
import java.util.List;
import java.util.Optional;

/// Heads with one part changed.
final class Heads {
  private Heads() {}

  static Head ref(Head head, Ref ref) {
    return new Head(
        ref, head.args(), head.key(), head.value(), head.assign(), head.legacyName(), head.at());
  }

  /// A variable in the place of a term that must be evaluated first.
  static Term moved(Term term, Names names, List<Expr> extras) {
    if (!NeedsEvaluation.of(term)) {
      return term;
    }
    Expr equation = names.equation(term);
    extras.add(equation);
    return Names.defined(equation);
  }

  static Head args(Head head, List<Term> args) {
    return new Head(
        head.ref(), args, head.key(), head.value(), head.assign(), head.legacyName(), head.at());
  }

  static Head terms(Head head, List<Term> args, Optional<Term> key, Optional<Term> value) {
    return new Head(head.ref(), args, key, value, head.assign(), head.legacyName(), head.at());
  }
}
