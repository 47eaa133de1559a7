package dev.landwaiter.rego.type;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

/// The JSON form of types, in capabilities and in the details of errors (reference: 1.3, 9.3).
public final class TypeJson {
  /// How deep the types of a file may be nested.
  private static final int DEPTH = 256;

  private TypeJson() {}

  /// A type of a file is not as the form wants it.
  static final class MalformedException extends Exception {
    private static final long serialVersionUID = 1;

    MalformedException(String message) {
      super(message);
    }
  }

  /// The form of a type; null for what is unknown.
  public static Value of(Type type) {
    SequencedMap<String, Value> fields = new TreeMap<>();
    switch (type) {
      case Type.Unknown _ -> {
        return NullValue.NULL;
      }
      case Type.Simple simple -> fields.put("type", Value.of(simple.name()));
      case Type.RecursiveType recursive -> {
        fields.put("type", Value.of("recursive"));
        fields.put("ref", Value.of(recursive.reference()));
      }
      case Type.AnyType any -> {
        fields.put("type", Value.of("any"));
        if (!any.of().isEmpty()) {
          fields.put("of", list(any.of()));
        }
      }
      case Type.SetType set -> {
        fields.put("type", Value.of("set"));
        fields.put("of", of(set.of()));
      }
      case Type.ArrayType array -> {
        fields.put("type", Value.of("array"));
        if (!array.first().isEmpty()) {
          fields.put("static", list(array.first()));
        }
        array.rest().ifPresent(rest -> fields.put("dynamic", of(rest)));
      }
      case Type.ObjectType object -> {
        fields.put("type", Value.of("object"));
        if (!object.properties().isEmpty()) {
          fields.put(
              "static",
              new ArrayValue(
                  object.properties().stream()
                      .map(one -> pair(one.key(), of(one.type())))
                      .toList()));
        }
        object
            .others()
            .ifPresent(others -> fields.put("dynamic", pair(of(others.key()), of(others.value()))));
      }
      case Type.FunctionType function -> {
        fields.put("type", Value.of("function"));
        if (!function.parameters().isEmpty()) {
          fields.put(
              "args", list(function.parameters().stream().map(Type.Parameter::type).toList()));
        }
        function.result().ifPresent(result -> fields.put("result", of(result)));
        function.variadic().ifPresent(more -> fields.put("variadic", of(more)));
      }
    }
    return object(fields);
  }

  private static Value list(List<Type> types) {
    return new ArrayValue(types.stream().map(TypeJson::of).toList());
  }

  private static Value pair(Value key, Value value) {
    SequencedMap<String, Value> fields = new TreeMap<>();
    fields.put("key", key);
    fields.put("value", value);
    return object(fields);
  }

  static Value object(Map<String, Value> fields) {
    var object = new ObjectValue.Draft();
    fields.forEach((name, value) -> object.put(Value.of(name), value));
    return object.finish();
  }

  /// Reads the form of a type.
  static Type read(Value json) throws MalformedException {
    return read(json, 0);
  }

  private static Type read(Value json, int depth) throws MalformedException {
    if (depth > DEPTH) {
      throw new MalformedException("types nested deeper than " + DEPTH);
    }
    String name = json.text("type");
    return switch (name) {
      case "null" -> Type.NULL;
      case "boolean" -> Type.BOOLEAN;
      case "number" -> Type.NUMBER;
      case "string" -> Type.STRING;
      case "any" -> new Type.AnyType(readAll(json.get("of"), depth));
      case "array" ->
          new Type.ArrayType(readAll(json.get("static"), depth), maybe(json.get("dynamic"), depth));
      case "object" -> readObject(json, depth);
      case "set" -> new Type.SetType(maybe(json.get("of"), depth).orElse(Type.ANY));
      case "function" -> readFunction(json, depth);
      default -> throw new MalformedException("unsupported type: " + name);
    };
  }

  private static Type readObject(Value json, int depth) throws MalformedException {
    var properties = new java.util.ArrayList<Type.Property>();
    for (Value one : json.get("static").map(Value::elements).orElse(List.of())) {
      properties.add(
          new Type.Property(
              one.get("key").orElse(NullValue.NULL),
              maybe(one.get("value"), depth).orElse(Type.ANY)));
    }
    Optional<Type.Others> others = Optional.empty();
    var dynamic = json.get("dynamic").filter(ObjectValue.class::isInstance);
    if (dynamic.isPresent()) {
      others =
          Optional.of(
              new Type.Others(
                  maybe(dynamic.get().get("key"), depth).orElse(Type.ANY),
                  maybe(dynamic.get().get("value"), depth).orElse(Type.ANY)));
    }
    return new Type.ObjectType(properties, others);
  }

  static Type.FunctionType readFunction(Value json, int depth) throws MalformedException {
    return new Type.FunctionType(
        readAll(json.get("args"), depth).stream().map(type -> Type.parameter("", type)).toList(),
        maybe(json.get("result"), depth),
        maybe(json.get("variadic"), depth));
  }

  private static List<Type> readAll(Optional<Value> json, int depth) throws MalformedException {
    var types = new java.util.ArrayList<Type>();
    for (Value one : json.map(Value::elements).orElse(List.of())) {
      types.add(read(one, depth + 1));
    }
    return types;
  }

  private static Optional<Type> maybe(Optional<Value> json, int depth) throws MalformedException {
    return json.isEmpty() || json.get() instanceof NullValue
        ? Optional.empty()
        : Optional.of(read(json.get(), depth + 1));
  }
}
