package dev.landwaiter.rego.search;

import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.syntax.Scalar;
import dev.landwaiter.rego.syntax.Term;
import java.util.Optional;

/// The values of constant terms.
public final class Constant {
  private Constant() {}

  /// The value of a term made of nothing but scalars, arrays, sets and objects; empty for others.
  public static Optional<Value> of(Term term) {
    return new Folding().term(term) instanceof Scalar scalar
        ? Optional.of(scalar.value())
        : Optional.empty();
  }
}
