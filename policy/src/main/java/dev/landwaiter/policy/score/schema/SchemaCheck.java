package dev.landwaiter.policy.score.schema;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.score.GoText;
import dev.landwaiter.policy.score.Schemas;
import dev.landwaiter.rego.schema.Schema;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Holds a document against a JSON schema, in the words of the library that kubesec uses.
final class SchemaCheck {
  /// How deep schemas may lead into each other.
  private static final int DEPTH = 600;

  /// So many faults of one document are told.
  private static final int MOST = 100;

  private final List<Schemas.Fault> faults = new ArrayList<>();
  private final Deque<Value> path = new ArrayDeque<>();
  private int depth;

  private SchemaCheck() {}

  static List<Schemas.Fault> check(Schema schema, Value document) {
    var check = new SchemaCheck();
    check.look(schema, document);
    return check.faults;
  }

  private void look(Schema schema, Value value) {
    if (faults.size() >= MOST) {
      return;
    }
    if (++depth > DEPTH) {
      fault("schemas lead into each other more than " + DEPTH + " times");
    } else if (schema.reference().isPresent()) {
      look(schema.reference().get().target(), value);
    } else if (schema.always().isPresent()) {
      if (!schema.always().get()) {
        fault("false schema");
      }
    } else if (!schema.types().isEmpty() && schema.types().stream().noneMatch(t -> is(t, value))) {
      fault("got " + type(value) + ", want " + String.join(" or ", schema.types()));
    } else {
      whole(schema.whole(), value);
      switch (value) {
        case ObjectValue object -> members(schema.members(), object);
        case ArrayValue array -> elements(schema.elements(), array);
        case StringValue text -> text(schema.texts(), text.text());
        case NumberValue number -> number(schema.numbers(), number);
        default -> {}
      }
      branches(schema.branches(), value);
    }
    depth--;
  }

  private void fault(String text) {
    faults.add(new Schemas.Fault(List.copyOf(path), text));
  }

  private void below(Value step, Schema schema, Value value) {
    path.addLast(step);
    look(schema, value);
    path.removeLast();
  }

  private static boolean is(String type, Value value) {
    return type.equals("integer")
        ? value instanceof NumberValue number
            && (number.isPlain() || number.toBigDecimal().stripTrailingZeros().scale() <= 0)
        : type.equals(type(value));
  }

  private static String type(Value value) {
    return switch (value.rank()) {
      case 0 -> "null";
      case 1 -> "boolean";
      case 2 -> "number";
      case 3 -> "string";
      case 4 -> "array";
      default -> "object";
    };
  }

  private void whole(Schema.Whole whole, Value value) {
    if (whole.only().isPresent() && !whole.only().get().equals(value)) {
      fault("value must be " + shown(whole.only().get()));
    }
    if (!whole.oneOf().isEmpty() && !whole.oneOf().contains(value)) {
      fault(
          "value must be one of "
              + whole.oneOf().stream().map(SchemaCheck::shown).collect(Collectors.joining(", ")));
    }
  }

  private static String shown(Value value) {
    return value instanceof StringValue text ? "'" + text.text() + "'" : GoText.of(value);
  }

  private void members(Schema.Members rules, ObjectValue object) {
    range("Properties", object.size(), rules.atLeast(), rules.atMost());
    List<String> missing =
        rules.required().stream().filter(name -> object.get(name).isEmpty()).toList();
    if (!missing.isEmpty()) {
      fault((missing.size() == 1 ? "missing property " : "missing properties ") + quoted(missing));
    }
    List<String> additional = new ArrayList<>();
    for (int i = 0; i < object.size(); i++) {
      member(rules, object.keyAt(i), object.valueAt(i), additional);
    }
    if (!additional.isEmpty()) {
      Collections.sort(additional);
      fault("additional properties " + quoted(additional) + " not allowed");
    }
    for (Map.Entry<String, Schema.Dependency> each : rules.dependencies().entrySet()) {
      if (object.get(each.getKey()).isPresent()) {
        each.getValue().schema().ifPresent(schema -> look(schema, object));
        List<String> lacking =
            each.getValue().names().stream().filter(name -> object.get(name).isEmpty()).toList();
        if (!lacking.isEmpty()) {
          fault("properties " + quoted(lacking) + " required, if '" + each.getKey() + "' exists");
        }
      }
    }
  }

  private void member(Schema.Members rules, Value key, Value value, List<String> additional) {
    String name = key.asText();
    rules.names().ifPresent(schema -> below(key, schema, key));
    @Nullable Schema own = rules.properties().get(name);
    boolean known = own != null;
    if (own != null) {
      below(key, own, value);
    }
    for (Schema.Named named : rules.patterns()) {
      if (named.pattern().matcher(name).find()) {
        known = true;
        below(key, named.schema(), value);
      }
    }
    if (!known && rules.additional().schema().isPresent()) {
      below(key, rules.additional().schema().get(), value);
    } else if (!known && !rules.additional().allowed().orElse(true)) {
      additional.add(name);
    }
  }

  private static String quoted(List<String> names) {
    return "'" + String.join("', '", names) + "'";
  }

  private void range(
      String what, int got, java.util.OptionalInt least, java.util.OptionalInt most) {
    if (least.isPresent() && got < least.getAsInt()) {
      fault("min" + what + ": got " + got + ", want " + least.getAsInt());
    }
    if (most.isPresent() && got > most.getAsInt()) {
      fault("max" + what + ": got " + got + ", want " + most.getAsInt());
    }
  }

  private void elements(Schema.Elements rules, ArrayValue array) {
    range("Items", array.size(), rules.atLeast(), rules.atMost());
    for (int i = 0; i < array.size(); i++) {
      if (rules.single() && !rules.items().isEmpty()) {
        below(Value.of(i), rules.items().getFirst(), array.at(i));
      } else if (i < rules.items().size()) {
        below(Value.of(i), rules.items().get(i), array.at(i));
      } else if (!rules.items().isEmpty() && rules.additional().schema().isPresent()) {
        below(Value.of(i), rules.additional().schema().get(), array.at(i));
      }
    }
    if (rules.unique() && array.elements().stream().distinct().count() < array.size()) {
      fault("items are not unique");
    }
    Optional<Schema> contains = rules.contains();
    if (contains.isPresent()
        && array.elements().stream().noneMatch(each -> fits(contains.get(), each))) {
      fault("no items match contains schema");
    }
  }

  private void text(Schema.Texts rules, String text) {
    range("Length", text.codePointCount(0, text.length()), rules.atLeast(), rules.atMost());
    if (rules.pattern().isPresent() && !rules.pattern().get().matcher(text).find()) {
      fault("'" + text + "' does not match pattern '" + rules.pattern().get().pattern() + "'");
    }
  }

  private void number(Schema.Numbers rules, NumberValue number) {
    var value = number.toBigDecimal();
    rules
        .minimum()
        .filter(limit -> value.compareTo(limit) < 0)
        .ifPresent(limit -> fault("minimum: got " + number + ", want " + limit.toPlainString()));
    rules
        .above()
        .filter(limit -> value.compareTo(limit) <= 0)
        .ifPresent(
            limit -> fault("exclusiveMinimum: got " + number + ", want " + limit.toPlainString()));
    rules
        .maximum()
        .filter(limit -> value.compareTo(limit) > 0)
        .ifPresent(limit -> fault("maximum: got " + number + ", want " + limit.toPlainString()));
    rules
        .below()
        .filter(limit -> value.compareTo(limit) >= 0)
        .ifPresent(
            limit -> fault("exclusiveMaximum: got " + number + ", want " + limit.toPlainString()));
    rules
        .multipleOf()
        .filter(step -> step.signum() != 0 && value.remainder(step).signum() != 0)
        .ifPresent(step -> fault("multipleOf: got " + number + ", want " + step.toPlainString()));
  }

  private void branches(Schema.Branches rules, Value value) {
    rules.allOf().forEach(schema -> look(schema, value));
    if (!rules.anyOf().isEmpty() && rules.anyOf().stream().noneMatch(each -> fits(each, value))) {
      fault("'anyOf' failed");
    }
    if (!rules.oneOf().isEmpty()) {
      long fitting = rules.oneOf().stream().filter(each -> fits(each, value)).count();
      if (fitting != 1) {
        fault("'oneOf' failed, " + (fitting == 0 ? "none" : fitting + " subschemas") + " matched");
      }
    }
    if (rules.not().isPresent() && fits(rules.not().get(), value)) {
      fault("'not' failed");
    }
    if (rules.condition().isPresent()) {
      (fits(rules.condition().get(), value) ? rules.then() : rules.otherwise())
          .ifPresent(schema -> look(schema, value));
    }
  }

  /// Whether a value fits a schema, whatever is wrong elsewhere.
  private boolean fits(Schema schema, Value value) {
    var apart = new SchemaCheck();
    apart.depth = depth;
    apart.look(schema, value);
    return apart.faults.isEmpty();
  }
}
