package dev.landwaiter.rego.check;

import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.ErrorCode;
import dev.landwaiter.rego.Location;
import dev.landwaiter.rego.RegoError;
import dev.landwaiter.rego.schema.SchemaException;
import dev.landwaiter.rego.syntax.Annotations;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Scalar;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.Variable;
import dev.landwaiter.rego.type.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which documents are of which schema, for all rules and for those annotations speak of
/// (reference: 7.2).
final class SchemaBindings {
  static final Term INPUT = new Variable("input", Location.NONE);

  /// A type, or what is wrong with the schema.
  private record Read(Type type, String error) {}

  private final CheckInput input;
  private final Read inputType;
  private final Map<Value, Read> known = new HashMap<>();

  SchemaBindings(CheckInput input) {
    this.input = input;
    this.inputType =
        input.schemas().flatMap(Schemas::input).map(this::read).orElse(new Read(Type.UNKNOWN, ""));
  }

  private Read read(Value schema) {
    return known.computeIfAbsent(
        schema,
        json -> {
          try {
            return new Read(SchemaTypes.of(json), "");
          } catch (SchemaException e) {
            return new Read(Type.UNKNOWN, e.getMessage());
          }
        });
  }

  Optional<Type> input() {
    return inputType.type() instanceof Type.Unknown
        ? Optional.empty()
        : Optional.of(inputType.type());
  }

  /// What is wrong with a schema.
  static Optional<String> trouble(Value schema) {
    try {
      SchemaTypes.of(schema);
      return Optional.empty();
    } catch (SchemaException e) {
      return Optional.of(e.getMessage());
    }
  }

  /// Puts what annotations say of a rule into its scope.
  ///
  /// @return what is wrong with their schemas
  List<RegoError> apply(CheckedRule checked, TypeEnvironment scope) {
    var errors = new ArrayList<RegoError>();
    for (Value binding : bindings(checked)) {
      Optional<Ref> path = binding.get("path").flatMap(TermJson::ref);
      Optional<Value> schema = binding.get("definition");
      Optional<Ref> name = binding.get("schema").flatMap(TermJson::ref);
      if (name.isPresent()) {
        if (input.schemas().isEmpty()) {
          continue;
        }
        schema = schema(input.schemas().get(), name.get());
        if (schema.isEmpty()) {
          errors.add(error("undefined schema: " + name.get(), checked));
          continue;
        }
      }
      if (path.isEmpty() || schema.isEmpty()) {
        continue;
      }
      Read read = read(schema.get());
      if (!read.error().isEmpty()) {
        errors.add(error(read.error(), checked));
      } else {
        bind(scope, path.get().parts(), read.type());
      }
    }
    return errors;
  }

  private static RegoError error(String message, CheckedRule checked) {
    return RegoError.of(ErrorCode.TYPE, message, checked.rule().at());
  }

  private static Optional<Value> schema(Schemas schemas, Ref name) {
    return name.parts().size() == 1
        ? schemas.input()
        : Optional.ofNullable(schemas.named().get(name));
  }

  /// Outer scopes first, so that inner ones speak last.
  private List<Value> bindings(CheckedRule checked) {
    if (input.annotations().isEmpty()) {
      return List.of();
    }
    List<Term> packagePath = checked.packageClause().path().parts();
    List<Term> path = ground(checked.path().parts());
    var bindings = new ArrayList<Value>();
    for (int length = 1; length <= packagePath.size(); length++) {
      List<Term> front = packagePath.subList(0, length);
      gather("subpackages", front, bindings);
    }
    gather("package", packagePath, bindings);
    gather("document", path, bindings);
    for (Annotations one : checked.rule().annotations()) {
      if (one.scope().equals("rule")) {
        bindings.addAll(schemas(one));
      }
    }
    return bindings;
  }

  private void gather(String scope, List<Term> path, List<Value> into) {
    for (Annotations one : input.annotations()) {
      if (one.scope().equals(scope)
          && one.target().filter(target -> ground(target.parts()).equals(path)).isPresent()) {
        into.addAll(schemas(one));
      }
    }
  }

  private static List<Value> schemas(Annotations annotations) {
    return annotations.fields().get("schemas").orElse(NullValue.NULL).elements();
  }

  private static List<Term> ground(List<Term> path) {
    int length = 1;
    while (length < path.size() && path.get(length) instanceof Scalar) {
      length++;
    }
    return path.subList(0, length);
  }

  /// A type for a path: by itself, or in the place of a part of a type that is known already.
  private static void bind(TypeEnvironment scope, List<Term> path, Type type) {
    for (int length = 1; length < path.size(); length++) {
      var front = new Ref(path.subList(0, length), Location.NONE);
      Type known = scope.typeOf(front);
      if (!(known instanceof Type.Unknown)) {
        scope
            .tree()
            .put(path.subList(0, length), override(known, path.subList(length, path.size()), type));
        return;
      }
    }
    scope.tree().put(path, type);
  }

  private static Type override(Type known, List<Term> path, Type type) {
    if (path.isEmpty()) {
      return type;
    }
    Value key = Constants.of(path.getFirst()).orElse(Value.of(path.getFirst().toString()));
    if (!(known instanceof Type.ObjectType object)) {
      return new Type.ObjectType(
          List.of(
              new Type.Property(key, override(Type.UNKNOWN, path.subList(1, path.size()), type))),
          Optional.of(new Type.Others(Type.ANY, Type.ANY)));
    }
    var properties = new ArrayList<Type.Property>();
    boolean found = false;
    for (Type.Property one : object.properties()) {
      boolean here = one.key().equals(key);
      found |= here;
      properties.add(
          here
              ? new Type.Property(key, override(one.type(), path.subList(1, path.size()), type))
              : one);
    }
    if (!found) {
      properties.add(
          new Type.Property(key, override(Type.UNKNOWN, path.subList(1, path.size()), type)));
    }
    return new Type.ObjectType(properties, object.others());
  }
}
