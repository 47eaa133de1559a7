package dev.landwaiter.rego.search;

import dev.landwaiter.rego.syntax.ArrayTerm;
import dev.landwaiter.rego.syntax.Call;
import dev.landwaiter.rego.syntax.ObjectTerm;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Scalar;
import dev.landwaiter.rego.syntax.SetTerm;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.Variable;
import java.util.ArrayList;
import java.util.List;

/// Puts what variables are bound to in their places.
final class Plug {
  private Plug() {}

  /// The term with its bound variables replaced; a [Scalar] when none is left.
  static Term in(Term term, Bindings scope) {
    return switch (term) {
      case Scalar scalar -> scalar;
      case Variable variable -> {
        Bindings.Bound bound = scope.find(variable.name());
        yield bound == null ? variable : in(bound.term(), bound.scope());
      }
      case ArrayTerm array -> Folding.fold(new ArrayTerm(all(array.elements(), scope), array.at()));
      case SetTerm set -> Folding.fold(new SetTerm(all(set.elements(), scope), set.at()));
      case ObjectTerm object -> {
        var entries = new ArrayList<ObjectTerm.Entry>(object.entries().size());
        for (ObjectTerm.Entry entry : object.entries()) {
          entries.add(new ObjectTerm.Entry(in(entry.key(), scope), in(entry.value(), scope)));
        }
        yield Folding.fold(new ObjectTerm(entries, object.at()));
      }
      case Ref ref -> new Ref(all(ref.parts(), scope), ref.at());
      case Call call -> new Call(call.operator(), all(call.arguments(), scope), call.at());
      default -> term;
    };
  }

  static List<Term> all(List<Term> terms, Bindings scope) {
    var plugged = new ArrayList<Term>(terms.size());
    for (Term term : terms) {
      plugged.add(in(term, scope));
    }
    return plugged;
  }
}
