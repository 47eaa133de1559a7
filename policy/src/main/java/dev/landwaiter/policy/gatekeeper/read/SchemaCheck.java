package dev.landwaiter.policy.gatekeeper.read;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.landwaiter.base.format.JsonStyle;
import dev.landwaiter.base.format.JsonWriter;
import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.BooleanValue;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.SetValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.gatekeeper.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Holds a value against its schema, with the words of Kubernetes.
final class SchemaCheck {
  private final List<String> wrong = new ArrayList<>();

  private SchemaCheck() {}

  /// What is wrong with a value; nothing when it fits.
  static List<String> problems(Value value, Schema schema) {
    var check = new SchemaCheck();
    check.value(value, schema, "");
    return check.wrong;
  }

  private void value(Value value, Schema schema, String path) {
    if (value instanceof NullValue && schema.isNullable()) {
      return;
    }
    boolean intOrString = SchemaReader.isTrue(schema.rules(), "x-kubernetes-int-or-string");
    if (intOrString
        ? !(value instanceof StringValue) && !isInteger(value)
        : !schema.type().isEmpty() && !isType(value, schema.type())) {
      type(value, intOrString ? "integer,string" : schema.type(), path);
      return;
    }
    enumerated(value, schema.rules(), path);
    joined(value, schema.rules(), path);
    switch (value) {
      case ObjectValue object -> object(object, schema, path);
      case ArrayValue array -> array(array, schema, path);
      case StringValue text -> text(text.text(), schema.rules(), path);
      case NumberValue number -> number(number, schema.rules(), path);
      case NullValue _, BooleanValue _, SetValue _ -> {}
    }
  }

  private void type(Value value, String wanted, String path) {
    String kind = kind(value);
    wrong.add(
        "[].%s: Invalid value: \"%s\": %s in body must be of type %s: \"%s\""
            .formatted(path, kind, path, wanted, kind));
    if (wanted.equals("integer") && value instanceof NumberValue) {
      wrong.add(
          "[]: Invalid value: \"\": Checked value must be of type integer (default format) in "
              + path);
    }
  }

  private static boolean isType(Value value, String type) {
    return switch (type) {
      case "object" -> value instanceof ObjectValue;
      case "array" -> value instanceof ArrayValue;
      case "string" -> value instanceof StringValue;
      case "boolean" -> value instanceof BooleanValue;
      case "number" -> value instanceof NumberValue;
      case "integer" -> isInteger(value);
      default -> true;
    };
  }

  private static boolean isInteger(Value value) {
    return value instanceof NumberValue number
        && (number.isPlain() || number.toDouble() == Math.rint(number.toDouble()));
  }

  private static String kind(Value value) {
    return switch (value) {
      case NullValue _ -> "null";
      case BooleanValue _ -> "boolean";
      // All numbers are doubles to the original's reader of files.
      case NumberValue _ -> "number";
      case StringValue _ -> "string";
      case ArrayValue _, SetValue _ -> "array";
      case ObjectValue _ -> "object";
    };
  }

  private void enumerated(Value value, Value rules, String path) {
    Optional<Value> allowed = rules.get("enum");
    if (allowed.isPresent() && !allowed.get().elements().contains(value)) {
      wrong.add(
          "[].%s: Unsupported value: %s: supported values: %s"
              .formatted(
                  path,
                  json(value),
                  allowed.get().elements().stream()
                      .map(SchemaCheck::json)
                      .collect(Collectors.joining(", "))));
    }
  }

  private void joined(Value value, Value rules, String path) {
    for (Value each : rules.get("allOf").map(Value::elements).orElse(List.of())) {
      value(value, SchemaReader.loose(each), path);
    }
    Optional<Long> any = rules.get("anyOf").map(each -> fitting(value, each));
    if (any.isPresent() && any.get() == 0) {
      wrong.add(joint(path, "must validate at least one schema (anyOf)"));
    }
    Optional<Long> one = rules.get("oneOf").map(each -> fitting(value, each));
    if (one.isPresent() && one.get() != 1) {
      wrong.add(
          joint(
              path,
              "must validate one and only one schema (oneOf). "
                  + (one.get() == 0
                      ? "Found none valid"
                      : "Found " + one.get() + " valid alternatives")));
    }
    Optional<Value> not = rules.get("not");
    if (not.isPresent() && problems(value, SchemaReader.loose(not.get())).isEmpty()) {
      wrong.add(joint(path, "must not validate the schema (not)"));
    }
  }

  private static long fitting(Value value, Value schemas) {
    return schemas.elements().stream()
        .filter(each -> problems(value, SchemaReader.loose(each)).isEmpty())
        .count();
  }

  private static String joint(String path, String rule) {
    return "[].%s: Invalid value: \"\": \"%s\" %s".formatted(path, path, rule);
  }

  private static String json(Value value) {
    return JsonWriter.toText(value, JsonStyle.COMPACT.withoutHtmlEscapes());
  }

  private void object(ObjectValue object, Schema schema, String path) {
    for (String name : schema.required()) {
      if (object.get(name).isEmpty()) {
        wrong.add("[]." + below(path, name) + ": Required value");
      }
    }
    count(object.size(), schema.rules(), "Properties", "properties", path);
    for (int i = 0; i < object.size(); i++) {
      String name = object.sortedKey(i).asText();
      Schema property = schema.properties().get(name);
      if (property != null) {
        value(object.sortedValue(i), property, below(path, name));
      } else if (schema.additional().isPresent()) {
        value(object.sortedValue(i), schema.additional().get(), below(path, name));
      }
    }
  }

  private static String below(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  private void array(ArrayValue array, Schema schema, String path) {
    count(array.size(), schema.rules(), "Items", "items", path);
    if (schema.items().isPresent()) {
      for (int i = 0; i < array.size(); i++) {
        value(array.at(i), schema.items().get(), path + "[" + i + "]");
      }
    }
  }

  private void count(int size, Value rules, String limit, String word, String path) {
    if (limit(rules, "min" + limit).filter(least -> size < least).isPresent()) {
      wrong.add(
          "[].%s: Invalid value: %d: %s in body should have at least %s %s"
              .formatted(path, size, path, text(rules, "min" + limit), word));
    }
    if (limit(rules, "max" + limit).filter(most -> size > most).isPresent()) {
      wrong.add(
          "[].%s: Too many: %d: must have at most %s %s"
              .formatted(path, size, text(rules, "max" + limit), word));
    }
  }

  private void text(String text, Value rules, String path) {
    int length = text.codePointCount(0, text.length());
    if (limit(rules, "minLength").filter(least -> length < least).isPresent()) {
      wrong.add(
          "[].%s: Invalid value: %s: %s in body should be at least %s chars long"
              .formatted(path, json(Value.of(text)), path, text(rules, "minLength")));
    }
    if (limit(rules, "maxLength").filter(most -> length > most).isPresent()) {
      wrong.add(
          "[].%s: Too long: may not be more than %s bytes"
              .formatted(path, text(rules, "maxLength")));
    }
    String pattern = rules.text("pattern");
    if (!pattern.isEmpty() && !matches(pattern, text)) {
      wrong.add(
          "[].%s: Invalid value: %s: %s in body should match '%s'"
              .formatted(path, json(Value.of(text)), path, pattern));
    }
  }

  private static boolean matches(String pattern, String text) {
    try {
      return Pattern.compile(pattern).matcher(text).find();
    } catch (PatternSyntaxException e) {
      return false;
    }
  }

  private void number(NumberValue number, Value rules, String path) {
    double size = number.toDouble();
    Optional<Double> least = limit(rules, "minimum");
    boolean above = SchemaReader.isTrue(rules, "exclusiveMinimum");
    if (least.filter(bound -> above ? size <= bound : size < bound).isPresent()) {
      bound(number, path, above ? "greater than " : "greater than or equal to ", rules, "minimum");
    }
    Optional<Double> most = limit(rules, "maximum");
    boolean under = SchemaReader.isTrue(rules, "exclusiveMaximum");
    if (most.filter(bound -> under ? size >= bound : size > bound).isPresent()) {
      bound(number, path, under ? "less than " : "less than or equal to ", rules, "maximum");
    }
    Optional<Double> step = limit(rules, "multipleOf");
    if (step.filter(each -> each > 0 && Math.rint(size / each) != size / each).isPresent()) {
      bound(number, path, "a multiple of ", rules, "multipleOf");
    }
  }

  private void bound(NumberValue number, String path, String words, Value rules, String rule) {
    wrong.add(
        "[].%s: Invalid value: %s: %s in body should be %s%s"
            .formatted(path, number.text(), path, words, text(rules, rule)));
  }

  private static Optional<Double> limit(Value rules, String name) {
    return rules.get(name).orElse(null) instanceof NumberValue number
        ? Optional.of(number.toDouble())
        : Optional.empty();
  }

  private static String text(Value rules, String name) {
    return rules.get(name).map(Value::toString).orElse("");
  }

  /// The members that no schema names, as paths.
  static List<String> unknown(Value value, Schema schema) {
    List<String> found = new ArrayList<>();
    unknown(value, schema, "", found);
    return found;
  }

  private static void unknown(Value value, Schema schema, String path, List<String> found) {
    if (value instanceof ArrayValue array && schema.items().isPresent()) {
      for (int i = 0; i < array.size(); i++) {
        unknown(array.at(i), schema.items().get(), path + "[" + i + "]", found);
      }
    }
    if (!(value instanceof ObjectValue object)) {
      return;
    }
    for (Map.Entry<Value, Value> member : object.members().entrySet()) {
      String name = member.getKey().asText();
      Schema property = schema.properties().get(name);
      if (property != null) {
        unknown(member.getValue(), property, below(path, name), found);
      } else if (schema.additional().isPresent()) {
        unknown(member.getValue(), schema.additional().get(), below(path, name), found);
      } else if (!schema.keepsUnknown()) {
        found.add(below(path, name));
      }
    }
  }
}
