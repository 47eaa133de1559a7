package dev.landwaiter.rego.type;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// What may be of one type or of another.
public final class Union {
  private Union() {}

  /// The smallest type that holds both; what is unknown adds nothing, nor does a function to
  /// values: walking a package meets its functions, but they are none of its documents.
  public static Type of(Type left, Type right) {
    if (left instanceof Type.Unknown) {
      return right;
    } else if (right instanceof Type.Unknown) {
      return left;
    }
    if (left instanceof Type.FunctionType a) {
      return right instanceof Type.FunctionType b ? functions(a, b) : right;
    } else if (right instanceof Type.FunctionType) {
      return left;
    }
    if (left instanceof Type.AnyType any) {
      return right instanceof Type.AnyType other ? both(any, other) : with(any, right);
    } else if (right instanceof Type.AnyType any) {
      return with(any, left);
    }
    return TypeOrder.compare(left, right) == 0 ? left : new Type.AnyType(List.of(left, right));
  }

  /// Whether a union has this very member; the union of everything has all but functions.
  public static boolean contains(Type.AnyType any, Type type) {
    return !(type instanceof Type.FunctionType)
        && (any.of().isEmpty()
            || Collections.binarySearch(any.of(), type, TypeOrder::compare) >= 0);
  }

  private static Type with(Type.AnyType any, Type type) {
    if (contains(any, type)) {
      return any;
    }
    var more = new ArrayList<>(any.of());
    more.add(type);
    return new Type.AnyType(more);
  }

  private static Type both(Type.AnyType left, Type.AnyType right) {
    if (left.of().isEmpty() || right.of().isEmpty()) {
      return Type.ANY;
    }
    var all = new ArrayList<>(left.of());
    right.of().stream().filter(type -> !contains(left, type)).forEach(all::add);
    return new Type.AnyType(all);
  }

  private static Type functions(Type.FunctionType left, Type.FunctionType right) {
    if (left.parameters().size() != right.parameters().size()
        || left.variadic().isPresent() != right.variadic().isPresent()) {
      return Type.UNKNOWN;
    }
    var parameters = new ArrayList<Type.Parameter>();
    for (int i = 0; i < left.parameters().size(); i++) {
      parameters.add(
          Type.parameter(
              "", of(left.parameters().get(i).type(), right.parameters().get(i).type())));
    }
    return new Type.FunctionType(
        parameters,
        either(left.result(), right.result()),
        either(left.variadic(), right.variadic()));
  }

  private static Optional<Type> either(Optional<Type> left, Optional<Type> right) {
    return left.isPresent() && right.isPresent()
        ? Optional.of(of(left.get(), right.get()))
        : left.or(() -> right);
  }
}
