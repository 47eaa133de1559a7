package dev.landwaiter.rego.type;

import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Types as messages show them (reference: 9.1).
public final class TypeText {
  private TypeText() {}

  public static String of(Type type) {
    return switch (type) {
      case Type.Simple simple -> simple.name();
      case Type.Unknown _ -> "???";
      case Type.RecursiveType recursive -> recursive.toString();
      case Type.AnyType any -> any.of().isEmpty() ? "any" : "any" + list(any.of());
      case Type.SetType set -> "set[" + of(set.of()) + "]";
      case Type.ArrayType array ->
          "array"
              + (array.first().isEmpty() ? "" : list(array.first()))
              + array.rest().map(rest -> "[" + of(rest) + "]").orElse("");
      case Type.ObjectType object -> object(object);
      case Type.FunctionType function ->
          parameters(function) + " => " + function.result().map(TypeText::of).orElse("???");
    };
  }

  private static String list(List<Type> types) {
    return types.stream().map(TypeText::of).collect(Collectors.joining(", ", "<", ">"));
  }

  private static String object(Type.ObjectType object) {
    String known =
        object.properties().stream()
            .map(property -> key(property.key()) + ": " + of(property.type()))
            .collect(Collectors.joining(", "));
    return "object"
        + (known.isEmpty() ? "" : "<" + known + ">")
        + object
            .others()
            .map(others -> "[" + of(others.key()) + ": " + of(others.value()) + "]")
            .orElse("");
  }

  private static String key(Value key) {
    return key instanceof StringValue string ? string.text() : key.toString();
  }

  /// `(x: string, number, any...)`: parameters with their names where they have some.
  public static String parameters(Type.FunctionType function) {
    var parts = new ArrayList<String>();
    function.parameters().forEach(parameter -> parts.add(parameter(parameter)));
    function.variadic().ifPresent(type -> parts.add(of(type) + "..."));
    return "(" + String.join(", ", parts) + ")";
  }

  private static String parameter(Type.Parameter parameter) {
    return parameter.name().isEmpty()
        ? of(parameter.type())
        : parameter.name() + ": " + of(parameter.type());
  }
}
