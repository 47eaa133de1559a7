package dev.landwaiter.rego.compile;

import dev.landwaiter.rego.syntax.ArrayTerm;
import dev.landwaiter.rego.syntax.ObjectTerm;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.Variable;

/// The left sides of `:=`: variables, arrays, and values of objects.
final class Targets {
  private final LocalVars locals;

  Targets(LocalVars locals) {
    this.locals = locals;
  }

  Term term(Term term) {
    return switch (term) {
      case Variable variable ->
          locals.declared(variable, Scopes.Occurrence.ASSIGNED, variable.at());
      case ArrayTerm array ->
          new ArrayTerm(array.elements().stream().map(this::term).toList(), array.at());
      case ObjectTerm object ->
          new ObjectTerm(
              object.entries().stream()
                  .map(entry -> new ObjectTerm.Entry(entry.key(), term(entry.value())))
                  .toList(),
              object.at());
      case Ref ref when Bodies.isRoot(ref) && ref.head() instanceof Variable root ->
          locals.declared(root.at(ref.at()), Scopes.Occurrence.ASSIGNED, ref.at());
      default -> {
        locals.cannotAssign(term);
        yield term;
      }
    };
  }
}
