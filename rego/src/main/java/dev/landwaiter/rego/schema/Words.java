package dev.landwaiter.rego.schema;

import dev.landwaiter.base.value.BooleanValue;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;

/// The keywords of one schema, read with the texts of what is wrong with them.
final class Words {
  private final ObjectValue schema;

  Words(ObjectValue schema) {
    this.schema = schema;
  }

  Optional<Value> get(String key) {
    return schema.get(key);
  }

  static boolean isSchema(Value value) {
    return value instanceof ObjectValue || value instanceof BooleanValue;
  }

  static SchemaException type(String expected, String key) {
    return new SchemaException("Invalid type. Expected: " + expected + ", given: " + key);
  }

  static SchemaException wants(String key, String article, String what) {
    return new SchemaException(key + " must be of " + article + " " + what);
  }

  /// A text that says nothing about documents.
  void remark(String key) throws SchemaException {
    if (get(key).isPresent() && !(get(key).get() instanceof StringValue)) {
      throw type("string", key);
    }
  }

  Optional<BigDecimal> number(String key) throws SchemaException {
    if (get(key).isEmpty()) {
      return Optional.empty();
    } else if (get(key).get() instanceof NumberValue number) {
      return Optional.of(number.toBigDecimal());
    }
    throw key.equals("multipleOf") ? type("Number", key) : wants(key, "a", "Number");
  }

  OptionalInt count(String key) throws SchemaException {
    if (get(key).isEmpty()) {
      return OptionalInt.empty();
    } else if (!(get(key).get() instanceof NumberValue number) || !number.isPlain()) {
      throw wants(key, "an", "integer");
    } else if (number.plain() < 0) {
      throw new SchemaException(key + " must be greater than or equal to 0");
    } else {
      return OptionalInt.of((int) Math.min(Integer.MAX_VALUE, number.plain()));
    }
  }

  boolean flag(String key) throws SchemaException {
    Value value = get(key).orElse(BooleanValue.FALSE);
    if (!(value instanceof BooleanValue)) {
      throw wants(key, "a", "boolean");
    }
    return value.equals(BooleanValue.TRUE);
  }

  /// Whether the limit of the old form – a flag beside `minimum` or `maximum` – is exclusive.
  boolean exclusive(String key, String limit) throws SchemaException {
    if (get(limit).isEmpty()) {
      throw new SchemaException(key + " cannot be used without " + limit);
    }
    return get(key).filter(BooleanValue.TRUE::equals).isPresent();
  }
}
