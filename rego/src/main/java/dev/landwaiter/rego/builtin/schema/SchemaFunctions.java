package dev.landwaiter.rego.builtin.schema;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.format.JsonStyle;
import dev.landwaiter.base.format.JsonWriter;
import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.builtin.Builtin;
import dev.landwaiter.rego.builtin.BuiltinException;
import dev.landwaiter.rego.builtin.Surroundings;
import dev.landwaiter.rego.schema.RemoteSchemas;
import dev.landwaiter.rego.schema.Schema;
import dev.landwaiter.rego.schema.SchemaException;
import dev.landwaiter.rego.schema.SchemaReader;
import dev.landwaiter.rego.type.Declaration;
import dev.landwaiter.rego.type.Type;
import java.util.List;
import java.util.Optional;

/// Functions of JSON Schema (reference: 13.10).
public final class SchemaFunctions {
  private static final Type DOCUMENT = Type.any(Type.STRING, Type.object(Type.ANY, Type.ANY));
  private static final Type ERROR =
      new Type.ObjectType(
          List.of(text("error"), text("type"), text("field"), text("desc")), Optional.empty());

  /// A schema, or why it is none.
  private record Compiled(Optional<Schema> schema, String trouble, boolean remote) {}

  private SchemaFunctions() {}

  private static Type.Property text(String name) {
    return new Type.Property(Value.of(name), Type.STRING);
  }

  public static List<Builtin> all() {
    return List.of(
        new Builtin(
            Declaration.of("json.match_schema")
                .takes("document", DOCUMENT)
                .takes("schema", DOCUMENT)
                .gives(Type.tuple(Type.BOOLEAN, Type.array(ERROR))),
            SchemaFunctions::match),
        new Builtin(
            Declaration.of("json.verify_schema")
                .takes("schema", DOCUMENT)
                .gives(Type.tuple(Type.BOOLEAN, Type.any(Type.STRING, Type.NULL))),
            SchemaFunctions::verify));
  }

  private static Value match(Surroundings surroundings, Value[] arguments) throws BuiltinException {
    Value document;
    try {
      document = json(arguments[0]);
    } catch (SchemaException e) {
      throw BuiltinException.failure(e.getMessage());
    }
    Compiled compiled = compile(surroundings, arguments[1]);
    if (compiled.schema().isEmpty()) {
      throw BuiltinException.failure(compiled.trouble());
    }
    Findings findings = new Validator(surroundings).validate(compiled.schema().get(), document);
    return ArrayValue.of(Value.of(findings.isEmpty()), new ArrayValue(findings.values()));
  }

  private static Value verify(Surroundings surroundings, Value[] arguments) {
    Compiled compiled = compile(surroundings, arguments[0]);
    return ArrayValue.of(
        Value.of(compiled.schema().isPresent()),
        compiled.schema().isPresent()
            ? NullValue.NULL
            : Value.of("jsonschema: " + compiled.trouble()));
  }

  /// Schemas by themselves are shared; those that others are fetched for belong to an evaluation.
  private static Compiled compile(Surroundings surroundings, Value value) {
    Compiled alone =
        surroundings.share(
            "json schema",
            value,
            schema ->
                compile(
                    schema,
                    url -> {
                      throw new SchemaException("");
                    }));
    return alone.remote()
        ? surroundings.remember(
            "json schema", value, schema -> compile(schema, new FetchedSchemas(surroundings)))
        : alone;
  }

  private static Compiled compile(Value value, RemoteSchemas remote) {
    try {
      return new Compiled(Optional.of(SchemaReader.read(json(value), remote)), "", false);
    } catch (SchemaException e) {
      return new Compiled(Optional.empty(), e.getMessage(), e.getMessage().isEmpty());
    }
  }

  /// A value as JSON, read from its text when it is one.
  private static Value json(Value value) throws SchemaException {
    return switch (value) {
      case StringValue text -> parsed(text.text());
      case ObjectValue _, ArrayValue _ ->
          parsed(JsonWriter.toText(value, JsonStyle.COMPACT.withoutHtmlEscapes()));
      default -> throw new SchemaException("wrong type, expected string or object");
    };
  }

  private static Value parsed(String text) throws SchemaException {
    try {
      return Json.parse("", text);
    } catch (FormatException e) {
      throw new SchemaException("invalid JSON string");
    }
  }
}
