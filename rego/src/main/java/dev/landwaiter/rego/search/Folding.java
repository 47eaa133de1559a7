package dev.landwaiter.rego.search;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.SetValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.syntax.ArrayTerm;
import dev.landwaiter.rego.syntax.ObjectTerm;
import dev.landwaiter.rego.syntax.Rewriting;
import dev.landwaiter.rego.syntax.Scalar;
import dev.landwaiter.rego.syntax.SetTerm;
import dev.landwaiter.rego.syntax.Term;
import java.util.List;

/// Makes one value of each constant array, set and object. In this package a [Scalar] may hold any
/// value: a term without variables is always one.
final class Folding extends Rewriting {
  @Override
  public Term term(Term term) {
    return fold(super.term(term));
  }

  /// The term, or its value if all its parts are values.
  static Term fold(Term term) {
    return switch (term) {
      case ArrayTerm array when allGround(array.elements()) ->
          new Scalar(array(array.elements()), array.at());
      case SetTerm set when allGround(set.elements()) -> new Scalar(set(set.elements()), set.at());
      case ObjectTerm object when isGround(object) -> new Scalar(object(object), object.at());
      default -> term;
    };
  }

  private static boolean allGround(List<Term> terms) {
    for (Term term : terms) {
      if (!(term instanceof Scalar)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isGround(ObjectTerm object) {
    for (ObjectTerm.Entry entry : object.entries()) {
      if (!(entry.key() instanceof Scalar) || !(entry.value() instanceof Scalar)) {
        return false;
      }
    }
    return true;
  }

  private static Value array(List<Term> elements) {
    Value[] values = new Value[elements.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = ((Scalar) elements.get(i)).value();
    }
    return ArrayValue.of(values);
  }

  private static Value set(List<Term> elements) {
    var draft = new SetValue.Draft();
    for (Term element : elements) {
      draft.add(((Scalar) element).value());
    }
    return draft.finish();
  }

  private static Value object(ObjectTerm object) {
    var draft = new ObjectValue.Draft();
    for (ObjectTerm.Entry entry : object.entries()) {
      draft.put(((Scalar) entry.key()).value(), ((Scalar) entry.value()).value());
    }
    return draft.finish();
  }
}
