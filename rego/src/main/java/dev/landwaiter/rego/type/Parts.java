package dev.landwaiter.rego.type;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.BooleanValue;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.SetValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What types say of the parts of a value: its keys, its values, and what stands at one key. What
/// can have no parts answers with [Type#UNKNOWN].
public final class Parts {
  private Parts() {}

  /// The type of one value.
  public static Type of(Value value) {
    return switch (value) {
      case NullValue _ -> Type.NULL;
      case BooleanValue _ -> Type.BOOLEAN;
      case NumberValue _ -> Type.NUMBER;
      case StringValue _ -> Type.STRING;
      case ArrayValue array ->
          new Type.ArrayType(array.elements().stream().map(Parts::of).toList(), Optional.empty());
      case ObjectValue object ->
          new Type.ObjectType(
              object.members().entrySet().stream()
                  .map(member -> new Type.Property(member.getKey(), of(member.getValue())))
                  .toList(),
              Optional.empty());
      case SetValue set ->
          new Type.SetType(set.elements().stream().map(Parts::of).reduce(Type.UNKNOWN, Union::of));
    };
  }

  /// What the keys of such a value are.
  public static Type keys(Type type) {
    return switch (type) {
      case Type.ArrayType _ -> Type.NUMBER;
      case Type.ObjectType object ->
          Union.of(
              object.properties().stream()
                  .map(property -> of(property.key()))
                  .reduce(Type.UNKNOWN, Union::of),
              object.others().map(Type.Others::key).orElse(Type.UNKNOWN));
      case Type.SetType set -> set.of();
      case Type.AnyType any ->
          any.of().isEmpty()
              ? Type.ANY
              : any.of().stream().map(Parts::keys).reduce(Type.UNKNOWN, Union::of);
      case Type.RecursiveType recursive -> keys(recursive.target());
      case Type.Simple _, Type.Unknown _, Type.FunctionType _ -> Type.UNKNOWN;
    };
  }

  /// What the values of such a value are.
  public static Type values(Type type) {
    return switch (type) {
      case Type.ArrayType array ->
          array.first().stream().reduce(array.rest().orElse(Type.UNKNOWN), Union::of);
      case Type.ObjectType object ->
          object.properties().stream()
              .map(Type.Property::type)
              .reduce(object.others().map(Type.Others::value).orElse(Type.UNKNOWN), Union::of);
      case Type.SetType set -> set.of();
      case Type.AnyType any ->
          any.of().isEmpty()
              ? Type.ANY
              : any.of().stream().map(Parts::values).reduce(Type.UNKNOWN, Union::of);
      case Type.RecursiveType recursive -> values(recursive.target());
      case Type.Simple _, Type.Unknown _, Type.FunctionType _ -> Type.UNKNOWN;
    };
  }

  /// What stands at a key; unknown when nothing can stand there.
  public static Type at(Type type, Value key) {
    return switch (type) {
      case Type.ArrayType array ->
          key instanceof NumberValue number ? at(array, number) : Type.UNKNOWN;
      case Type.ObjectType object -> at(object, key);
      case Type.SetType set -> element(set.of(), of(key));
      case Type.AnyType any ->
          any.of().isEmpty()
              ? Type.ANY
              : any.of().stream().map(one -> at(one, key)).reduce(Type.UNKNOWN, Union::of);
      case Type.RecursiveType recursive -> at(recursive.target(), key);
      case Type.Simple _, Type.Unknown _, Type.FunctionType _ -> Type.UNKNOWN;
    };
  }

  private static Type element(Type of, Type key) {
    if (TypeOrder.compare(of, key) == 0) {
      return of;
    }
    return of instanceof Type.AnyType any && Union.contains(any, key) ? key : Type.UNKNOWN;
  }

  private static Type at(Type.ArrayType array, NumberValue key) {
    long index = key.toLong().orElse(-1);
    if (index < 0) {
      return Type.UNKNOWN;
    }
    return index < array.first().size()
        ? array.first().get((int) index)
        : array.rest().orElse(Type.UNKNOWN);
  }

  private static Type at(Type.ObjectType object, Value key) {
    int low = 0;
    int high = object.properties().size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      Type.Property property = object.properties().get(middle);
      int order = property.key().compareTo(key);
      if (order == 0) {
        return property.type();
      } else if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return object
        .others()
        .filter(others -> holds(others.key(), of(key)))
        .map(Type.Others::value)
        .orElse(Type.UNKNOWN);
  }

  private static boolean holds(Type type, Type key) {
    return type instanceof Type.AnyType any
        ? Union.contains(any, key)
        : TypeOrder.compare(type, key) == 0;
  }

  /// How many types are in this one, itself included, counted up to a limit: types share their
  /// parts, so that a small policy can make one that is too large to be walked.
  public static int size(Type type, int limit) {
    int left = limit - 1;
    for (Type part : inside(type)) {
      if (left <= 0) {
        return limit;
      }
      left -= size(part, left);
    }
    return limit - left;
  }

  private static List<Type> inside(Type type) {
    return switch (type) {
      case Type.Simple _, Type.Unknown _, Type.RecursiveType _ -> List.of();
      case Type.AnyType any -> any.of();
      case Type.SetType set -> List.of(set.of());
      case Type.ArrayType array ->
          Stream.concat(array.first().stream(), array.rest().stream()).toList();
      case Type.ObjectType object ->
          Stream.concat(
                  object.properties().stream().map(Type.Property::type),
                  object.others().stream()
                      .flatMap(others -> Stream.of(others.key(), others.value())))
              .toList();
      case Type.FunctionType function ->
          Stream.concat(
                  function.parameters().stream().map(Type.Parameter::type),
                  function.result().stream())
              .toList();
    };
  }

  /// Whether something in this type is unknown.
  public static boolean isUnknown(Type type) {
    return switch (type) {
      case Type.Unknown _ -> true;
      case Type.FunctionType function ->
          function.parameters().stream().anyMatch(parameter -> isUnknown(parameter.type()))
              || function.result().isEmpty()
              || isUnknown(function.result().get());
      case Type.ArrayType array ->
          array.first().stream().anyMatch(Parts::isUnknown)
              || array.rest().filter(Parts::isUnknown).isPresent();
      case Type.ObjectType object ->
          object.properties().stream().anyMatch(property -> isUnknown(property.type()))
              || object
                  .others()
                  .filter(others -> isUnknown(others.key()) || isUnknown(others.value()))
                  .isPresent();
      case Type.SetType set -> isUnknown(set.of());
      case Type.Simple _, Type.AnyType _, Type.RecursiveType _ -> false;
    };
  }
}
