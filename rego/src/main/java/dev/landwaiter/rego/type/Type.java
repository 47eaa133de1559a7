package dev.landwaiter.rego.type;

import dev.landwaiter.base.value.Value;
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

  /// What nothing is known of, such as a variable without a value; printed as `???`.
  Type UNKNOWN = new Unknown();

  /// `null`, `boolean`, `number` or `string`.
  record Simple(String name) implements Type {
    @Override
    public String toString() {
      return name;
    }
  }

  /// See [#UNKNOWN].
  record Unknown() implements Type {
    @Override
    public String toString() {
      return "???";
    }
  }

  /// One of several, in the order of types; none means everything.
  record AnyType(List<Type> of) implements Type {
    public AnyType {
      of = of.stream().sorted(TypeOrder::compare).toList();
    }

    @Override
    public String toString() {
      return TypeText.of(this);
    }
  }

  /// An array: types of its first elements, then of all that follow.
  record ArrayType(List<Type> first, Optional<Type> rest) implements Type {
    public ArrayType {
      first = List.copyOf(first);
    }

    @Override
    public String toString() {
      return TypeText.of(this);
    }
  }

  /// A set.
  record SetType(Type of) implements Type {
    @Override
    public String toString() {
      return TypeText.of(this);
    }
  }

  /// An object: known keys in their order, then what other keys and values are.
  record ObjectType(List<Property> properties, Optional<Others> others) implements Type {
    public ObjectType {
      // Comparators of the JDK's making are linked at every start anew.
      properties = properties.stream().sorted((a, b) -> a.key().compareTo(b.key())).toList();
    }

    @Override
    public String toString() {
      return TypeText.of(this);
    }
  }

  /// A known key – a Rego scalar – of an object.
  record Property(Value key, Type type) {}

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

    @Override
    public String toString() {
      return TypeText.of(this);
    }
  }

  /// An argument of a function; the name may be empty.
  record Parameter(String name, Type type) {}

  /// A type of a schema that is inside itself: known by the text of its reference, looked up when
  /// it is needed.
  final class RecursiveType implements Type {
    private final String reference;
    private Type target = ANY;

    public RecursiveType(String reference) {
      this.reference = reference;
    }

    public String reference() {
      return reference;
    }

    /// What the reference stands for.
    public Type target() {
      return target;
    }

    /// Ties the knot; called once, by who made this.
    public void means(Type type) {
      target = type;
    }

    @Override
    public String toString() {
      return "recursive(" + reference + ")";
    }
  }

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
