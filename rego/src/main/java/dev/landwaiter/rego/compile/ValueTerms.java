package dev.landwaiter.rego.compile;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.SetValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.Location;
import dev.landwaiter.rego.syntax.ArrayTerm;
import dev.landwaiter.rego.syntax.ObjectTerm;
import dev.landwaiter.rego.syntax.Scalar;
import dev.landwaiter.rego.syntax.SetTerm;
import dev.landwaiter.rego.syntax.Term;

/// Values as terms.
final class ValueTerms {
  private ValueTerms() {}

  static Term of(Value value, Location at) {
    return switch (value) {
      case ArrayValue array ->
          new ArrayTerm(array.elements().stream().map(one -> of(one, at)).toList(), at);
      case SetValue set ->
          new SetTerm(set.elements().stream().map(one -> of(one, at)).toList(), at);
      case ObjectValue object ->
          new ObjectTerm(
              object.members().entrySet().stream()
                  .map(entry ->
                      new ObjectTerm.Entry(of(entry.getKey(), at), of(entry.getValue(), at)))
                  .toList(),
              at);
      default -> new Scalar(value, at);
    };
  }
}
