package dev.landwaiter.rego.trace;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.SetValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.Location;
import dev.landwaiter.rego.syntax.ArrayTerm;
import dev.landwaiter.rego.syntax.ObjectTerm;
import dev.landwaiter.rego.syntax.Rewriting;
import dev.landwaiter.rego.syntax.Scalar;
import dev.landwaiter.rego.syntax.SetTerm;
import dev.landwaiter.rego.syntax.Term;

/// Makes terms of composite values again: evaluation keeps a constant of any kind as a scalar.
public final class Unfolding extends Rewriting {
  @Override
  public Term term(Term term) {
    return term instanceof Scalar scalar ? term(scalar.value(), scalar.at()) : super.term(term);
  }

  /// A value as a term.
  public static Term term(Value value, Location at) {
    return switch (value) {
      case ArrayValue array ->
          new ArrayTerm(array.elements().stream().map(e -> term(e, at)).toList(), at);
      case SetValue set -> new SetTerm(set.elements().stream().map(e -> term(e, at)).toList(), at);
      case ObjectValue object ->
          new ObjectTerm(
              object.sortedKeys().stream()
                  .map(key ->
                      new ObjectTerm.Entry(
                          term(key, at), term(object.members().getOrDefault(key, key), at)))
                  .toList(),
              at);
      default -> new Scalar(value, at);
    };
  }
}
