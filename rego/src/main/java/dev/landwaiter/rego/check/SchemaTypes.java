package dev.landwaiter.rego.check;

import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.schema.RemoteSchemas;
import dev.landwaiter.rego.schema.Schema;
import dev.landwaiter.rego.schema.SchemaException;
import dev.landwaiter.rego.schema.SchemaReader;
import dev.landwaiter.rego.type.Type;
import dev.landwaiter.rego.type.Union;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a JSON schema says of types (reference: 7.2).
final class SchemaTypes {
  private final Map<String, Type.RecursiveType> open = new LinkedHashMap<>();
  private final Map<String, Type> done = new LinkedHashMap<>();

  private SchemaTypes() {}

  /// @throws SchemaException with the message of an error: the schema cannot be read, or its parts
  ///   do not go together
  static Type of(Value json) throws SchemaException {
    Schema schema;
    try {
      schema = SchemaReader.read(json, RemoteSchemas.NONE);
    } catch (SchemaException e) {
      throw new SchemaException("unable to compile the schema: " + e.getMessage());
    }
    try {
      return new SchemaTypes().type(Merged.of(schema));
    } catch (SchemaException e) {
      throw new SchemaException("type checking: " + e.getMessage());
    }
  }

  private Type type(Merged schema) throws SchemaException {
    if (schema.reference().isPresent()) {
      return reference(schema.reference().get());
    }
    if (!schema.anyOf().isEmpty()) {
      return anyOf(schema);
    } else if (!schema.allOf().isEmpty()) {
      return type(schema.allTogether());
    }
    List<String> types = schema.types();
    if (types.contains("boolean")) {
      return Type.BOOLEAN;
    } else if (types.contains("string")) {
      return Type.STRING;
    } else if (types.contains("integer") || types.contains("number")) {
      return Type.NUMBER;
    } else if (types.contains("object")) {
      return object(schema);
    } else if (types.contains("array")) {
      return array(schema);
    } else if (!types.isEmpty()) {
      return Type.ANY;
    }
    if (!schema.properties().isEmpty()) {
      return object(schema);
    }
    return schema.items().isEmpty() ? Type.ANY : array(schema);
  }

  private Type reference(Schema.Reference reference) throws SchemaException {
    String name = reference.name();
    Type known = done.get(name);
    if (known == null) {
      known = open.get(name);
    }
    if (known != null) {
      return known;
    }
    var recursive = new Type.RecursiveType(name);
    open.put(name, recursive);
    Type type = type(Merged.of(reference.target()));
    recursive.means(type instanceof Type.RecursiveType ? Type.ANY : type);
    open.remove(name);
    done.put(name, type);
    return type;
  }

  private Type anyOf(Merged schema) throws SchemaException {
    Type union = Type.UNKNOWN;
    if (!schema.types().isEmpty()
        && type(schema.withoutAnyOf()) instanceof Type.ObjectType object
        && object.others().isEmpty()) {
      union = object;
    }
    for (Schema one : schema.anyOf()) {
      Type type = type(Merged.of(one));
      // A union that is one of its own members is what its other members are.
      if (!(type instanceof Type.RecursiveType recursive && open.containsValue(recursive))) {
        union = Union.of(type, union);
      }
    }
    return union instanceof Type.Unknown ? Type.ANY : union;
  }

  private Type object(Merged schema) throws SchemaException {
    if (schema.properties().isEmpty()) {
      return Type.object(Type.ANY, Type.ANY);
    }
    Map<String, Type> known = new LinkedHashMap<>();
    for (Merged.Property property : schema.properties()) {
      known.put(property.name(), type(Merged.of(property.schema())));
    }
    return new Type.ObjectType(
        known.entrySet().stream()
            .map(one -> new Type.Property(Value.of(one.getKey()), one.getValue()))
            .toList(),
        Optional.empty());
  }

  private Type array(Merged schema) throws SchemaException {
    if (schema.items().isEmpty()) {
      return Type.array(Type.ANY);
    } else if (schema.single()) {
      return Type.array(type(Merged.of(schema.items().getFirst())));
    }
    var first = new ArrayList<Type>();
    for (Schema item : schema.items()) {
      first.add(type(Merged.of(item)));
    }
    return new Type.ArrayType(first, Optional.empty());
  }
}
