package dev.landwaiter.rego.check;

import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.type.Parts;
import dev.landwaiter.rego.type.Type;
import java.util.HashSet;
import java.util.Set;

/// Whether some value can be of both of two types (reference: 9.3).
final class Fitting {
  /// Pairs with a recursive type that are being looked at: met again, they are taken to fit.
  private final Set<String> open = new HashSet<>();

  private Fitting() {}

  /// What is unknown fits nothing.
  static boolean fits(Type a, Type b) {
    return new Fitting().both(a, b);
  }

  private boolean both(Type a, Type b) {
    if (a instanceof Type.Unknown || b instanceof Type.Unknown) {
      return false;
    }
    if (a instanceof Type.RecursiveType recursive) {
      return !open.add(recursive.reference() + " " + b) || both(recursive.target(), b);
    } else if (b instanceof Type.RecursiveType) {
      return both(b, a);
    }
    if (a instanceof Type.AnyType any && one(any, b)) {
      return true;
    } else if (b instanceof Type.AnyType any && one(any, a)) {
      return true;
    } else if (a instanceof Type.AnyType || b instanceof Type.AnyType) {
      return false;
    }
    return switch (a) {
      case Type.Simple simple -> simple.equals(b);
      case Type.ArrayType array -> b instanceof Type.ArrayType other && arrays(array, other);
      case Type.ObjectType object -> b instanceof Type.ObjectType other && objects(object, other);
      case Type.SetType set -> b instanceof Type.SetType other && both(set.of(), other.of());
      case Type.FunctionType function ->
          b instanceof Type.FunctionType other && functions(function, other);
      case Type.Unknown _, Type.AnyType _, Type.RecursiveType _ -> false;
    };
  }

  private boolean one(Type.AnyType any, Type type) {
    return !(type instanceof Type.FunctionType)
        && (any.of().isEmpty() || any.of().stream().anyMatch(one -> both(one, type)));
  }

  private boolean arrays(Type.ArrayType a, Type.ArrayType b) {
    return firstOf(a, b)
        && firstOf(b, a)
        && (a.rest().isEmpty() || b.rest().isEmpty() || both(a.rest().get(), b.rest().get()));
  }

  private boolean firstOf(Type.ArrayType a, Type.ArrayType b) {
    for (int i = 0; i < a.first().size(); i++) {
      if (!both(a.first().get(i), Parts.at(b, Value.of(i)))) {
        return false;
      }
    }
    return true;
  }

  private boolean objects(Type.ObjectType a, Type.ObjectType b) {
    return knownOf(a, b)
        && knownOf(b, a)
        && (a.others().isEmpty()
            || b.others().isEmpty()
            || both(a.others().get().value(), b.others().get().value()));
  }

  private boolean knownOf(Type.ObjectType a, Type.ObjectType b) {
    return a.properties().stream()
        .allMatch(property -> both(property.type(), Parts.at(b, property.key())));
  }

  /// As many arguments, of types that fit one by one.
  private boolean functions(Type.FunctionType a, Type.FunctionType b) {
    if (a.parameters().size() != b.parameters().size()) {
      return false;
    }
    for (int i = 0; i < a.parameters().size(); i++) {
      if (!both(a.parameters().get(i).type(), b.parameters().get(i).type())) {
        return false;
      }
    }
    return true;
  }
}
