package dev.landwaiter.rego.schema;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.BooleanValue;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.builtin.pattern.PatternLimits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads JSON schemas of drafts 4, 6 and 7 (reference: 7.2, 13.10), keyword by keyword in the order
/// in which the original looks at them, so that of several mistakes the same one is told.
public final class SchemaReader {
  /// How deep schemas may be inside each other, references followed.
  private static final int DEPTH = 500;

  /// How many schemas one may hold in all.
  private static final int SCHEMAS = 1_000_000;

  private static final String ITEMS = "valid schema/array of schemas";
  private static final List<String> TYPES =
      List.of("array", "boolean", "integer", "number", "null", "object", "string");

  private final SchemaPool pool;
  private final Map<String, Schema.Reference> references = new HashMap<>();
  private int depth;
  private int count;

  private SchemaReader(RemoteSchemas remote) {
    this.pool = new SchemaPool(remote);
  }

  /// Reads one schema with all it refers to.
  ///
  /// @param remote where references to other documents lead
  /// @throws SchemaException when the schema is none or cannot be completed
  public static Schema read(Value schema, RemoteSchemas remote) throws SchemaException {
    var reader = new SchemaReader(remote);
    Draft draft = Draft.of(schema, Draft.HYBRID);
    reader.pool.add(schema, "", draft);
    return reader.schema(schema, draft);
  }

  private Schema schema(Value value, Draft draft) throws SchemaException {
    if (++depth > DEPTH || ++count > SCHEMAS) {
      throw new SchemaException(
          depth > DEPTH
              ? "schemas nested deeper than " + DEPTH
              : "more than " + SCHEMAS + " schemas in one");
    }
    try {
      if (value instanceof BooleanValue flag && draft.isAtLeast(Draft.DRAFT6)) {
        return always(flag.equals(BooleanValue.TRUE));
      } else if (!(value instanceof ObjectValue object)) {
        throw new SchemaException("Expected: valid schema, given: Invalid JSON");
      } else {
        return keywords(object, draft);
      }
    } finally {
      depth--;
    }
  }

  private static Schema always(boolean answer) {
    return new Schema(
        Optional.of(answer),
        Optional.empty(),
        List.of(),
        new Schema.Members(
            Map.of(),
            Schema.Further.ALL,
            List.of(),
            Optional.empty(),
            Map.of(),
            java.util.OptionalInt.empty(),
            java.util.OptionalInt.empty(),
            List.of()),
        new Schema.Elements(
            List.of(),
            false,
            Schema.Further.ALL,
            java.util.OptionalInt.empty(),
            java.util.OptionalInt.empty(),
            false,
            Optional.empty()),
        new Schema.Numbers(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        new Schema.Texts(
            java.util.OptionalInt.empty(), java.util.OptionalInt.empty(), Optional.empty()),
        new Schema.Whole(Optional.empty(), List.of(), ""),
        new Schema.Branches(
            List.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
  }

  private static Schema referring(Schema.Reference reference) {
    Schema any = always(true);
    return new Schema(
        Optional.empty(),
        Optional.of(reference),
        List.of(),
        any.members(),
        any.elements(),
        any.numbers(),
        any.texts(),
        any.whole(),
        any.branches());
  }

  private Schema keywords(ObjectValue object, Draft draft) throws SchemaException {
    var words = new Words(object);
    words.remark(idKey(words, draft));
    definitions(words, draft);
    words.remark("title");
    words.remark("description");
    words.remark("$ref");
    if (words.get("$ref").isPresent()) {
      return referring(reference(pool.reference(object, words.get("$ref").get().asText())));
    }
    List<String> types = types(words);
    Map<String, Schema> properties = properties(words, draft);
    Schema.Further additional = further(words, "additionalProperties", draft);
    List<Schema.Named> patterns = patterns(words, draft);
    Optional<Schema> names = Optional.empty();
    if (draft.isAtLeast(Draft.DRAFT6) && words.get("propertyNames").isPresent()) {
      Value value = words.get("propertyNames").get();
      if (!Words.isSchema(value)) {
        throw Words.type("valid schema", "patternProperties");
      }
      names = Optional.of(schema(value, draft));
    }
    Map<String, Schema.Dependency> dependencies = dependencies(words, draft);
    List<Schema> items = new ArrayList<>();
    boolean single = items(words, draft, items);
    Schema.Further furtherItems = further(words, "additionalItems", draft);
    Schema.Numbers numbers = numbers(words, draft);
    Schema.Texts texts = texts(words);
    if (words.get("format").isPresent() && !(words.get("format").get() instanceof StringValue)) {
      throw new SchemaException("format must be of type string");
    }
    var fewest = words.count("minProperties");
    var most = words.count("maxProperties");
    order(fewest, most, "Properties");
    var members =
        new Schema.Members(
            properties, additional, patterns, names, dependencies, fewest, most, required(words));
    var shortest = words.count("minItems");
    var longest = words.count("maxItems");
    boolean unique = words.flag("uniqueItems");
    Optional<Schema> contains =
        draft.isAtLeast(Draft.DRAFT6) ? maybe(words.get("contains"), draft) : Optional.empty();
    var elements =
        new Schema.Elements(items, single, furtherItems, shortest, longest, unique, contains);
    var whole =
        new Schema.Whole(
            draft.isAtLeast(Draft.DRAFT6) ? words.get("const") : Optional.empty(),
            choices(words),
            words.get("format").orElse(Value.of("")).asText());
    return new Schema(
        Optional.empty(),
        Optional.empty(),
        types,
        members,
        elements,
        numbers,
        texts,
        whole,
        branches(words, draft));
  }

  private static String idKey(Words words, Draft draft) {
    return draft == Draft.DRAFT4 || (draft == Draft.HYBRID && words.get("id").isPresent())
        ? "id"
        : "$id";
  }

  private void definitions(Words words, Draft draft) throws SchemaException {
    if (words.get("definitions").isEmpty()) {
      return;
    }
    if (!(words.get("definitions").get() instanceof ObjectValue definitions)) {
      throw Words.type("array of schemas", "definitions");
    }
    for (Value definition : definitions.members().values()) {
      if (!Words.isSchema(definition)) {
        throw Words.type("array of schemas", "definitions");
      }
      schema(definition, draft);
    }
  }

  private Schema.Reference reference(String name) throws SchemaException {
    Schema.Reference known = references.get(name);
    if (known != null) {
      return known;
    }
    var reference = new Schema.Reference(name);
    references.put(name, reference);
    SchemaPool.Document document = pool.find(name);
    if (!Words.isSchema(document.value())) {
      throw new SchemaException("valid schema must be of type object");
    }
    reference.means(schema(document.value(), document.draft()));
    return reference;
  }

  private static List<String> types(Words words) throws SchemaException {
    if (words.get("type").isEmpty()) {
      return List.of();
    }
    Value value = words.get("type").get();
    if (!(value instanceof StringValue) && !(value instanceof ArrayValue)) {
      throw Words.type("string/array of strings", "type");
    }
    var types = new ArrayList<String>();
    for (Value one : value instanceof ArrayValue ? value.elements() : List.of(value)) {
      if (!(one instanceof StringValue name)) {
        throw Words.type("string/array of strings", "type");
      } else if (!TYPES.contains(name.text())) {
        throw new SchemaException(
            "has a primitive type that is NOT VALID -- given: /"
                + name.text()
                + "/ Expected valid values are:["
                + String.join(" ", TYPES)
                + "]");
      } else if (types.contains(name.text())) {
        throw new SchemaException(name.text() + " type is duplicated");
      } else {
        types.add(name.text());
      }
    }
    return types;
  }

  private Map<String, Schema> properties(Words words, Draft draft) throws SchemaException {
    Map<String, Schema> properties = new LinkedHashMap<>();
    Value value = words.get("properties").orElse(ObjectValue.EMPTY);
    if (!(value instanceof ObjectValue object)) {
      throw new SchemaException("properties must be of type object");
    }
    for (Map.Entry<Value, Value> member : object.members().entrySet()) {
      properties.put(member.getKey().asText(), schema(member.getValue(), draft));
    }
    return properties;
  }

  private Schema.Further further(Words words, String key, Draft draft) throws SchemaException {
    Value value = words.get(key).orElse(BooleanValue.TRUE);
    if (value instanceof BooleanValue flag) {
      return new Schema.Further(Optional.of(flag.equals(BooleanValue.TRUE)), Optional.empty());
    } else if (value instanceof ObjectValue) {
      return new Schema.Further(Optional.empty(), Optional.of(schema(value, draft)));
    }
    throw Words.type("boolean/valid schema", key);
  }

  private List<Schema.Named> patterns(Words words, Draft draft) throws SchemaException {
    Value value = words.get("patternProperties").orElse(ObjectValue.EMPTY);
    if (!(value instanceof ObjectValue object)) {
      throw Words.type("valid schema", "patternProperties");
    }
    var patterns = new ArrayList<Schema.Named>();
    for (Map.Entry<Value, Value> member : object.members().entrySet()) {
      String text = member.getKey().asText();
      Pattern pattern;
      try {
        pattern = compile(text);
      } catch (PatternSyntaxException e) {
        throw new SchemaException("Invalid regex pattern '" + text + "'");
      }
      patterns.add(new Schema.Named(pattern, schema(member.getValue(), draft)));
    }
    return patterns;
  }

  private Map<String, Schema.Dependency> dependencies(Words words, Draft draft)
      throws SchemaException {
    Value value = words.get("dependencies").orElse(ObjectValue.EMPTY);
    if (!(value instanceof ObjectValue object)) {
      throw new SchemaException("dependencies must be of type object");
    }
    Map<String, Schema.Dependency> dependencies = new LinkedHashMap<>();
    for (Map.Entry<Value, Value> member : object.members().entrySet()) {
      Value on = member.getValue();
      List<String> names = on.elements().stream().map(Value::asText).toList();
      if (!Words.isSchema(on)
          && !(on instanceof ArrayValue
              && on.elements().stream().allMatch(StringValue.class::isInstance))) {
        throw new SchemaException("dependency must be of type schema or array of strings");
      }
      dependencies.put(
          member.getKey().asText(),
          new Schema.Dependency(
              names, Words.isSchema(on) ? Optional.of(schema(on, draft)) : Optional.empty()));
    }
    return dependencies;
  }

  /// Whether one schema is for all items.
  private boolean items(Words words, Draft draft, List<Schema> items) throws SchemaException {
    Value value = words.get("items").orElse(ArrayValue.EMPTY);
    if (!Words.isSchema(value) && !(value instanceof ArrayValue)) {
      throw Words.type(ITEMS, "items");
    }
    for (Value item : value instanceof ArrayValue ? value.elements() : List.of(value)) {
      if (!Words.isSchema(item)) {
        throw Words.type(ITEMS, "items");
      }
      items.add(schema(item, draft));
    }
    return Words.isSchema(value);
  }

  private static Schema.Numbers numbers(Words words, Draft draft) throws SchemaException {
    var multipleOf = words.number("multipleOf");
    if (multipleOf.isPresent() && multipleOf.get().signum() <= 0) {
      throw new SchemaException("multipleOf must be strictly greater than 0");
    }
    var minimum = words.number("minimum");
    var above = Optional.<java.math.BigDecimal>empty();
    if (exclusive(words, "exclusiveMinimum", "minimum", draft)) {
      above = minimum;
      minimum = Optional.empty();
    } else if (words.get("exclusiveMinimum").orElse(ArrayValue.EMPTY) instanceof NumberValue n) {
      above = Optional.of(n.toBigDecimal());
    }
    var maximum = words.number("maximum");
    var below = Optional.<java.math.BigDecimal>empty();
    if (exclusive(words, "exclusiveMaximum", "maximum", draft)) {
      below = maximum;
      maximum = Optional.empty();
    } else if (words.get("exclusiveMaximum").orElse(ArrayValue.EMPTY) instanceof NumberValue n) {
      below = Optional.of(n.toBigDecimal());
    }
    return new Schema.Numbers(multipleOf, minimum, above, maximum, below);
  }

  /// Drafts differ: a flag in 4, a number in the others, in a schema of no draft both will do.
  private static boolean exclusive(Words words, String key, String limit, Draft draft)
      throws SchemaException {
    if (words.get(key).isEmpty()) {
      return false;
    }
    boolean flag = words.get(key).get() instanceof BooleanValue;
    boolean number = words.get(key).get() instanceof NumberValue;
    switch (draft) {
      case DRAFT4 -> {
        if (!flag) {
          throw Words.type("boolean", key);
        }
      }
      case HYBRID -> {
        if (!flag && !number) {
          throw Words.type("boolean/number", key);
        }
      }
      case DRAFT6, DRAFT7 -> {
        if (!number) {
          throw Words.type("number", key);
        }
      }
    }
    return flag && words.exclusive(key, limit);
  }

  private static Schema.Texts texts(Words words) throws SchemaException {
    var shortest = words.count("minLength");
    var longest = words.count("maxLength");
    order(shortest, longest, "Length");
    Optional<Pattern> pattern = Optional.empty();
    if (words.get("pattern").isPresent()) {
      if (!(words.get("pattern").get() instanceof StringValue text)) {
        throw Words.wants("pattern", "a", "string");
      }
      try {
        pattern = Optional.of(compile(text.text()));
      } catch (PatternSyntaxException e) {
        throw new SchemaException("pattern must be a valid regex");
      }
    }
    return new Schema.Texts(shortest, longest, pattern);
  }

  private static Pattern compile(String text) {
    if (!PatternLimits.hold(text)) {
      throw new PatternSyntaxException("the pattern is too large", text);
    }
    return Pattern.compile(text);
  }

  private static void order(java.util.OptionalInt least, java.util.OptionalInt most, String of)
      throws SchemaException {
    if (least.isPresent() && most.isPresent() && least.getAsInt() > most.getAsInt()) {
      throw new SchemaException("min" + of + " cannot be greater than max" + of);
    }
  }

  private static List<String> required(Words words) throws SchemaException {
    Value value = words.get("required").orElse(ArrayValue.EMPTY);
    if (!(value instanceof ArrayValue)) {
      throw Words.wants("required", "an", "array");
    }
    Set<String> seen = new HashSet<>();
    for (Value name : value.elements()) {
      if (!(name instanceof StringValue text)) {
        throw new SchemaException("required items must be string");
      } else if (!seen.add(text.text())) {
        throw new SchemaException("required items must be unique");
      }
    }
    return value.elements().stream().map(Value::asText).toList();
  }

  private static List<Value> choices(Words words) throws SchemaException {
    Value value = words.get("enum").orElse(ArrayValue.EMPTY);
    if (!(value instanceof ArrayValue)) {
      throw Words.wants("enum", "an", "array");
    } else if (new HashSet<>(value.elements()).size() < value.elements().size()) {
      throw new SchemaException("enum items must be unique");
    }
    return value.elements();
  }

  private Schema.Branches branches(Words words, Draft draft) throws SchemaException {
    boolean conditions = draft.isAtLeast(Draft.DRAFT7);
    return new Schema.Branches(
        all(words, "oneOf", draft),
        all(words, "anyOf", draft),
        all(words, "allOf", draft),
        one(words, "not", draft),
        conditions ? one(words, "if", draft) : Optional.empty(),
        conditions ? one(words, "then", draft) : Optional.empty(),
        conditions ? one(words, "else", draft) : Optional.empty());
  }

  private List<Schema> all(Words words, String key, Draft draft) throws SchemaException {
    Value value = words.get(key).orElse(ArrayValue.EMPTY);
    if (!(value instanceof ArrayValue)) {
      throw Words.wants(key, "an", "array");
    }
    var schemas = new ArrayList<Schema>();
    for (Value one : value.elements()) {
      schemas.add(schema(one, draft));
    }
    return schemas;
  }

  private Optional<Schema> one(Words words, String key, Draft draft) throws SchemaException {
    if (words.get(key).isPresent() && !Words.isSchema(words.get(key).get())) {
      throw Words.wants(key, "an", "object");
    }
    return maybe(words.get(key), draft);
  }

  private Optional<Schema> maybe(Optional<Value> value, Draft draft) throws SchemaException {
    return value.isPresent() ? Optional.of(schema(value.get(), draft)) : Optional.empty();
  }
}
