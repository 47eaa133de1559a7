package dev.landwaiter.rego.check;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.BooleanValue;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.Location;
import dev.landwaiter.rego.syntax.ArrayTerm;
import dev.landwaiter.rego.syntax.ObjectTerm;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Scalar;
import dev.landwaiter.rego.syntax.SetTerm;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.TermOrder;
import dev.landwaiter.rego.syntax.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The parts of refs in JSON (reference: 6), as far as refs of error details and of schema
/// annotations have them.
final class TermJson {
  private TermJson() {}

  /// The list of a ref's parts.
  static Value of(Ref ref) {
    return list(ref.parts());
  }

  private static Value list(List<Term> terms) {
    return new ArrayValue(terms.stream().map(TermJson::of).toList());
  }

  static Value of(Term term) {
    return switch (term) {
      case Scalar scalar -> node(kind(scalar.value()), scalar.value());
      case Variable variable -> node("var", Value.of(variable.name()));
      case Ref ref -> node("ref", list(ref.parts()));
      case ArrayTerm array -> node("array", list(array.elements()));
      case SetTerm set ->
          node("set", list(set.elements().stream().sorted(TermOrder::compare).distinct().toList()));
      case ObjectTerm object ->
          node(
              "object",
              new ArrayValue(
                  object.entries().stream()
                      .sorted((a, b) -> TermOrder.compare(a.key(), b.key()))
                      .map(entry -> ArrayValue.of(of(entry.key()), of(entry.value())))
                      .toList()));
      default -> node("any", Value.of(term.toString()));
    };
  }

  private static String kind(Value value) {
    return switch (value) {
      case NullValue _ -> "null";
      case BooleanValue _ -> "boolean";
      case NumberValue _ -> "number";
      default -> "string";
    };
  }

  private static Value node(String type, Value value) {
    var object = new ObjectValue.Draft();
    object.put(Value.of("type"), Value.of(type));
    object.put(Value.of("value"), value);
    return object.finish();
  }

  /// Reads the list of a ref's parts, as nodes or as mere texts; empty when one is neither a scalar
  /// nor a variable.
  static Optional<Ref> ref(Value json) {
    var parts = new ArrayList<Term>();
    for (Value part : json.elements()) {
      if (part instanceof StringValue text) {
        parts.add(
            parts.isEmpty()
                ? new Variable(text.text(), Location.NONE)
                : new Scalar(text, Location.NONE));
        continue;
      }
      Value value = part.get("value").orElse(NullValue.NULL);
      switch (part.text("type")) {
        case "var" -> parts.add(new Variable(value.asText(), Location.NONE));
        case "null", "boolean", "number", "string" -> parts.add(new Scalar(value, Location.NONE));
        default -> {
          return Optional.empty();
        }
      }
    }
    return parts.isEmpty() ? Optional.empty() : Optional.of(new Ref(parts, Location.NONE));
  }
}
