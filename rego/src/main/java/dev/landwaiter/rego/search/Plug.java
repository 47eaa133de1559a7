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

  /// As [#in], with variables that stay unbound named by their scope where it is not the caller's.
  static Term named(Term term, Bindings scope, Bindings caller) {
    return switch (term) {
      case Scalar scalar -> scalar;
      case Variable variable -> {
        Bindings.Bound bound = scope.find(variable.name());
        yield bound == null
            ? namespaced(variable, scope, caller)
            : named(bound.term(), bound.scope(), caller);
      }
      case ArrayTerm array ->
          Folding.fold(new ArrayTerm(allNamed(array.elements(), scope, caller), array.at()));
      case SetTerm set ->
          Folding.fold(new SetTerm(allNamed(set.elements(), scope, caller), set.at()));
      case ObjectTerm object ->
          Folding.fold(
              new ObjectTerm(
                  object.entries().stream()
                      .map(entry ->
                          new ObjectTerm.Entry(
                              named(entry.key(), scope, caller),
                              named(entry.value(), scope, caller)))
                      .toList(),
                  object.at()));
      case Ref ref -> new Ref(allNamed(ref.parts(), scope, caller), ref.at());
      case Call call ->
          new Call(call.operator(), allNamed(call.arguments(), scope, caller), call.at());
      default -> term;
    };
  }

  private static List<Term> allNamed(List<Term> terms, Bindings scope, Bindings caller) {
    return terms.stream().map(term -> named(term, scope, caller)).toList();
  }

  /// A variable with the number of its scope; root documents have one name everywhere.
  static Variable namespaced(Variable variable, Bindings scope, Bindings caller) {
    return scope == caller || variable.name().equals("data") || variable.name().equals("input")
        ? variable
        : new Variable(variable.name() + scope.id, variable.at());
  }

  static List<Term> all(List<Term> terms, Bindings scope) {
    var plugged = new ArrayList<Term>(terms.size());
    for (Term term : terms) {
      plugged.add(in(term, scope));
    }
    return plugged;
  }
}
