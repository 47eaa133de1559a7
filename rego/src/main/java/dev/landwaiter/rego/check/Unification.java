package dev.landwaiter.rego.check;

import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.syntax.ArrayComprehension;
import dev.landwaiter.rego.syntax.ArrayTerm;
import dev.landwaiter.rego.syntax.Call;
import dev.landwaiter.rego.syntax.ObjectComprehension;
import dev.landwaiter.rego.syntax.ObjectTerm;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Scalar;
import dev.landwaiter.rego.syntax.SetComprehension;
import dev.landwaiter.rego.syntax.SetTerm;
import dev.landwaiter.rego.syntax.TemplateString;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.Variable;
import dev.landwaiter.rego.type.Parts;
import dev.landwaiter.rego.type.Type;
import dev.landwaiter.rego.type.Union;
import java.util.List;
import java.util.Optional;

/// Whether terms can be of a type, and what variables are when they are (reference: 9.2, 9.3).
final class Unification {
  private final TypeEnvironment environment;

  Unification(TypeEnvironment environment) {
    this.environment = environment;
  }

  /// Both sides of an equality.
  boolean both(Term a, Term b) {
    Type left = environment.typeOf(a);
    Type right = environment.typeOf(b);
    boolean noLeft = Parts.isUnknown(left);
    boolean noRight = Parts.isUnknown(right);
    if (noLeft && !noRight) {
      return term(a, right, false);
    } else if (noRight && !noLeft) {
      return term(b, left, false);
    } else if (!noLeft) {
      return Fitting.fits(left, right);
    }
    return switch (a) {
      case ArrayTerm array -> array(array, b);
      case ObjectTerm object -> object(object, b);
      case Variable _ ->
          switch (b) {
            case Variable _ -> variable(a, b);
            case ArrayTerm array -> array(array, a);
            case ObjectTerm object -> object(object, a);
            default -> false;
          };
      default -> false;
    };
  }

  private boolean variable(Term a, Term b) {
    return term(a, Type.ANY, false) && term(b, environment.typeOf(a), false);
  }

  private boolean array(ArrayTerm a, Term b) {
    if (b instanceof ArrayTerm other) {
      List<Term> theirs = other.elements();
      if (a.elements().size() != theirs.size()) {
        return false;
      }
      for (int i = 0; i < theirs.size(); i++) {
        if (!both(a.elements().get(i), theirs.get(i))) {
          return false;
        }
      }
      return true;
    }
    return b instanceof Variable && variable(a, b);
  }

  private boolean object(ObjectTerm a, Term b) {
    if (b instanceof ObjectTerm other) {
      if (a.entries().size() != other.entries().size()) {
        return false;
      }
      for (ObjectTerm.Entry entry : a.entries()) {
        Optional<Term> there =
            other.entries().stream()
                .filter(one -> one.key().equals(entry.key()))
                .map(ObjectTerm.Entry::value)
                .findFirst();
        if (there.isEmpty() || !both(entry.value(), there.get())) {
          return false;
        }
      }
      return true;
    }
    return b instanceof Variable && variable(a, b);
  }

  /// One term.
  ///
  /// @param union whether the type is one of several the term may have
  boolean term(Term term, Type type, boolean union) {
    return switch (term) {
      case Variable variable -> variable(variable, type, union);
      case ArrayTerm array -> composite(array, type, union);
      case ObjectTerm object -> composite(object, type, union);
      case SetTerm set -> composite(set, type, union);
      case Ref _,
          ArrayComprehension _,
          SetComprehension _,
          ObjectComprehension _,
          Scalar _,
          TemplateString _ ->
          Fitting.fits(environment.typeOf(term), type);
      case Call _ -> true;
    };
  }

  private boolean variable(Variable variable, Type type, boolean union) {
    Type known = environment.typeOf(variable);
    if (union) {
      environment.tree().put(variable, Union.of(known, type));
      return true;
    }
    if (!(known instanceof Type.Unknown)) {
      return Fitting.fits(known, type);
    }
    environment.tree().put(variable, type);
    return true;
  }

  private boolean composite(Term term, Type type, boolean union) {
    if (type instanceof Type.AnyType any) {
      if (any.of().isEmpty()) {
        anything(term);
        return true;
      }
      boolean fits = false;
      for (Type one : any.of()) {
        fits = term(term, one, true) || fits;
      }
      return fits;
    }
    if (type instanceof Type.RecursiveType recursive) {
      return composite(term, recursive.target(), union);
    }
    return switch (term) {
      case ArrayTerm array -> type instanceof Type.ArrayType of && elements(array, of, union);
      case ObjectTerm object -> type instanceof Type.ObjectType of && entries(object, of, union);
      case SetTerm set ->
          type instanceof Type.SetType of
              && set.elements().stream().allMatch(element -> term(element, of.of(), union));
      default -> false;
    };
  }

  private void anything(Term term) {
    switch (term) {
      case ArrayTerm array -> array.elements().forEach(one -> term(one, Type.ANY, true));
      case SetTerm set -> set.elements().forEach(one -> term(one, Type.ANY, true));
      case ObjectTerm object ->
          object
              .entries()
              .forEach(entry -> {
                term(entry.key(), Type.ANY, true);
                term(entry.value(), Type.ANY, true);
              });
      default -> {}
    }
  }

  private boolean elements(ArrayTerm array, Type.ArrayType type, boolean union) {
    int size = array.elements().size();
    if (size != type.first().size() && type.rest().isEmpty()) {
      return false;
    }
    for (int i = 0; i < size; i++) {
      if (!term(array.elements().get(i), Parts.at(type, Value.of(i)), union)) {
        return false;
      }
    }
    return true;
  }

  private boolean entries(ObjectTerm object, Type.ObjectType type, boolean union) {
    if (object.entries().size() != type.properties().size() && type.others().isEmpty()) {
      return false;
    }
    for (ObjectTerm.Entry entry : object.entries()) {
      Optional<Value> key = Constants.of(entry.key());
      if (key.isEmpty()) {
        term(entry.value(), Type.ANY, union);
        continue;
      }
      Type at = Parts.at(type, key.get());
      if (at instanceof Type.Unknown || !term(entry.value(), at, union)) {
        return false;
      }
    }
    return true;
  }
}
