package dev.landwaiter.rego.check;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.syntax.ArrayComprehension;
import dev.landwaiter.rego.syntax.ArrayTerm;
import dev.landwaiter.rego.syntax.ObjectComprehension;
import dev.landwaiter.rego.syntax.ObjectTerm;
import dev.landwaiter.rego.syntax.Scalar;
import dev.landwaiter.rego.syntax.SetComprehension;
import dev.landwaiter.rego.syntax.SetTerm;
import dev.landwaiter.rego.syntax.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Terms that are values. Sets count as arrays, as in JSON.
final class Constants {
  private Constants() {}

  static Optional<Value> of(Term term) {
    return switch (term) {
      case Scalar scalar -> Optional.of(scalar.value());
      case ArrayTerm array -> all(array.elements());
      case SetTerm set -> all(set.elements());
      case ObjectTerm object -> {
        var draft = new ObjectValue.Draft();
        for (ObjectTerm.Entry entry : object.entries()) {
          Optional<Value> key = of(entry.key());
          Optional<Value> value = of(entry.value());
          if (key.isEmpty() || value.isEmpty()) {
            yield Optional.empty();
          }
          draft.put(key.get(), value.get());
        }
        yield Optional.of(draft.finish());
      }
      default -> Optional.empty();
    };
  }

  /// Whether this is an array, a set, an object or a comprehension.
  static boolean isComposite(Term term) {
    return switch (term) {
      case ArrayTerm _,
          SetTerm _,
          ObjectTerm _,
          ArrayComprehension _,
          SetComprehension _,
          ObjectComprehension _ ->
          true;
      default -> false;
    };
  }

  private static Optional<Value> all(List<Term> terms) {
    var values = new ArrayList<Value>();
    for (Term term : terms) {
      Optional<Value> value = of(term);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      values.add(value.get());
    }
    return Optional.of(new ArrayValue(values));
  }
}
