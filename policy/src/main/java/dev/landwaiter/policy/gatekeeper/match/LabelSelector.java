package dev.landwaiter.policy.gatekeeper.match;

import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.gatekeeper.RefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A selector of Kubernetes over labels: `matchLabels` and `matchExpressions`, all of which must
/// hold.
public final class LabelSelector {
  private final List<Requirement> requirements;

  private LabelSelector(List<Requirement> requirements) {
    this.requirements = List.copyOf(requirements);
  }

  private enum Operator {
    IN("In"),
    NOT_IN("NotIn"),
    EXISTS("Exists"),
    DOES_NOT_EXIST("DoesNotExist");

    private final String word;

    Operator(String word) {
      this.word = word;
    }
  }

  private record Requirement(Value key, Operator operator, List<Value> values) {}

  /// Reads a selector.
  ///
  /// @param path of the selector, for the message, such as `spec.labelSelector`
  /// @throws RefusedException when an operator, a key or a value is none
  public static LabelSelector of(Value selector, String path) throws RefusedException {
    List<String> wrong = new ArrayList<>();
    List<Requirement> requirements = new ArrayList<>();
    for (Map.Entry<Value, Value> label :
        selector.get("matchLabels").orElse(ObjectValue.EMPTY).members().entrySet()) {
      String name = label.getKey().asText();
      LabelSyntax.checkKey(name, path + ".matchLabels", wrong);
      LabelSyntax.checkValue(label.getValue().asText(), path + ".matchLabels", name, wrong);
      requirements.add(new Requirement(label.getKey(), Operator.IN, List.of(label.getValue())));
    }
    List<Value> expressions =
        selector.get("matchExpressions").map(Value::elements).orElse(List.of());
    for (int i = 0; i < expressions.size(); i++) {
      expression(expressions.get(i), path + ".matchExpressions[" + i + "]", requirements, wrong);
    }
    if (!wrong.isEmpty()) {
      throw new RefusedException(
          wrong.size() == 1 ? wrong.getFirst() : "[" + String.join(", ", wrong) + "]");
    }
    return new LabelSelector(requirements);
  }

  private static void expression(
      Value expression, String path, List<Requirement> requirements, List<String> wrong) {
    List<Value> values = expression.get("values").map(Value::elements).orElse(List.of());
    String word = expression.text("operator");
    Operator operator = null;
    for (Operator each : Operator.values()) {
      if (each.word.equals(word)) {
        operator = each;
      }
    }
    if (operator == null) {
      wrong.add(
          "%s.operator: Invalid value: \"%s\": not a valid selector operator"
              .formatted(path, word));
    } else {
      boolean wants = operator == Operator.IN || operator == Operator.NOT_IN;
      if (wants && values.isEmpty()) {
        wrong.add(
            path + ".values: Required value: must be specified when `operator` is 'In' or 'NotIn'");
      } else if (!wants && !values.isEmpty()) {
        wrong.add(
            path
                + ".values: Forbidden: may not be specified when `operator` is 'Exists' or"
                + " 'DoesNotExist'");
      }
      requirements.add(
          new Requirement(
              expression.get("key").orElse(Value.of("")), operator, List.copyOf(values)));
    }
    LabelSyntax.checkKey(expression.text("key"), path + ".key", wrong);
    for (int i = 0; i < values.size(); i++) {
      LabelSyntax.checkValue(
          values.get(i).asText(), path + ".values[" + i + "]", expression.text("key"), wrong);
    }
  }

  public boolean matches(ObjectValue labels) {
    for (Requirement requirement : requirements) {
      Value found = labels.find(requirement.key());
      boolean holds =
          switch (requirement.operator()) {
            case IN -> found != null && requirement.values().contains(found);
            case NOT_IN -> found == null || !requirement.values().contains(found);
            case EXISTS -> found != null;
            case DOES_NOT_EXIST -> found == null;
          };
      if (!holds) {
        return false;
      }
    }
    return true;
  }
}
