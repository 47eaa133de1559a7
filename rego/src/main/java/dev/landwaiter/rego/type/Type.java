package dev.landwaiter.rego.type;

import java.util.List;
import java.util.Optional;

/// The type of a Rego value (reference: types of the checker and of capabilities).
public sealed interface Type {
  Type NULL = new Simple("null");
  Type BOOLEAN = new Simple("boolean");
  Type NUMBER = new Simple("number");
  Type STRING = new Simple("string");

  /// Everything.
  Type ANY = new AnyType(List.of());

  /// `null`, `boolean`, `number` or `string`.
  record Simple(String name) implements Type {}

  /// One of several; none means everything.
  record AnyType(List<Type> of) implements Type {
    public AnyType {
      of = List.copyOf(of);
    }
  }

  /// An array: types of its first elements, then of all that follow.
  record ArrayType(List<Type> first, Optional<Type> rest) implements Type {
    public ArrayType {
      first = List.copyOf(first);
    }
  }

  /// A set.
  record SetType(Type of) implements Type {}

  /// An object: known keys, then what other keys and values are.
  record ObjectType(List<Property> properties, Optional<Others> others) implements Type {
    public ObjectType {
      properties = List.copyOf(properties);
    }
  }

  /// A known key – a Rego scalar – of an object.
  record Property(dev.landwaiter.base.value.Value key, Type type) {}

  /// Keys and values that are not known one by one.
  record Others(Type key, Type value) {}

  /// A function.
  ///
  /// @param result empty for one that yields nothing
  /// @param variadic the type of any number of further arguments
  record FunctionType(List<Parameter> parameters, Optional<Type> result, Optional<Type> variadic)
      implements Type {
    public FunctionType {
      parameters = List.copyOf(parameters);
    }
  }

  /// An argument of a function; the name may be empty.
  record Parameter(String name, Type type) {}

  /// A type of a schema that refers to itself, by the reference's text.
  record RecursiveType(String reference) implements Type {}

  static Type any(Type... of) {
    return new AnyType(List.of(of));
  }

  /// An array of any length.
  static Type array(Type of) {
    return new ArrayType(List.of(), Optional.of(of));
  }

  /// An array of exactly these.
  static Type tuple(Type... of) {
    return new ArrayType(List.of(of), Optional.empty());
  }

  static Type set(Type of) {
    return new SetType(of);
  }

  /// An object of any size.
  static Type object(Type key, Type value) {
    return new ObjectType(List.of(), Optional.of(new Others(key, value)));
  }

  static Parameter parameter(String name, Type type) {
    return new Parameter(name, type);
  }
}
