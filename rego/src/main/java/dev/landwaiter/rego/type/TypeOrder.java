package dev.landwaiter.rego.type;

import java.util.List;
import java.util.Optional;

/// The order of types, by which the members of unions are sorted; equal is what compares as 0
/// (names of parameters do not count).
public final class TypeOrder {
  private TypeOrder() {}

  public static int compare(Type left, Type right) {
    int byKind = Integer.compare(kind(left), kind(right));
    if (byKind != 0) {
      return byKind;
    }
    return switch (left) {
      case Type.Simple _, Type.Unknown _ -> 0;
      case Type.ArrayType array -> compare(array, (Type.ArrayType) right);
      case Type.ObjectType object -> compare(object, (Type.ObjectType) right);
      case Type.SetType set -> compare(set.of(), ((Type.SetType) right).of());
      case Type.AnyType any -> compare(any.of(), ((Type.AnyType) right).of());
      case Type.FunctionType function -> compare(function, (Type.FunctionType) right);
      case Type.RecursiveType recursive ->
          recursive.reference().compareTo(((Type.RecursiveType) right).reference());
    };
  }

  private static int kind(Type type) {
    return switch (type) {
      case Type.Unknown _ -> -1;
      case Type.Simple simple ->
          switch (simple.name()) {
            case "null" -> 0;
            case "boolean" -> 1;
            case "number" -> 2;
            default -> 3;
          };
      case Type.ArrayType _ -> 4;
      case Type.ObjectType _ -> 5;
      case Type.SetType _ -> 6;
      case Type.AnyType _ -> 7;
      case Type.FunctionType _ -> 8;
      case Type.RecursiveType _ -> 9;
    };
  }

  private static int compare(Type.ArrayType left, Type.ArrayType right) {
    int byRest = compare(left.rest(), right.rest());
    return byRest != 0 ? byRest : compare(left.first(), right.first());
  }

  private static int compare(Type.ObjectType left, Type.ObjectType right) {
    int byOthers =
        compare(left.others().map(Type.Others::key), right.others().map(Type.Others::key));
    if (byOthers == 0) {
      byOthers =
          compare(left.others().map(Type.Others::value), right.others().map(Type.Others::value));
    }
    if (byOthers != 0) {
      return byOthers;
    }
    List<Type.Property> mine = left.properties();
    List<Type.Property> theirs = right.properties();
    for (int i = 0; i < Math.min(mine.size(), theirs.size()); i++) {
      int order = mine.get(i).key().compareTo(theirs.get(i).key());
      if (order == 0) {
        order = compare(mine.get(i).type(), theirs.get(i).type());
      }
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(mine.size(), theirs.size());
  }

  private static int compare(Type.FunctionType left, Type.FunctionType right) {
    int order = Integer.compare(left.parameters().size(), right.parameters().size());
    if (order == 0) {
      order =
          compare(
              left.parameters().stream().map(Type.Parameter::type).toList(),
              right.parameters().stream().map(Type.Parameter::type).toList());
    }
    if (order == 0) {
      order = compare(left.result(), right.result());
    }
    return order != 0 ? order : compare(left.variadic(), right.variadic());
  }

  private static int compare(Optional<Type> left, Optional<Type> right) {
    return left.isPresent() && right.isPresent()
        ? compare(left.get(), right.get())
        : Boolean.compare(left.isPresent(), right.isPresent());
  }

  private static int compare(List<Type> left, List<Type> right) {
    for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
      int order = compare(left.get(i), right.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(left.size(), right.size());
  }
}
