package dev.landwaiter.policy.gatekeeper.cel.run;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.gatekeeper.RefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What a template says in CEL.
///
/// @param failurePolicy the word, or empty when there is none
record CelSource(
    List<Named> variables,
    List<Named> matchConditions,
    List<Rule> validations,
    String failurePolicy) {
  private static final String RESERVED = "gatekeeper_internal_";
  private static final Set<String> TAKEN = Set.of("params", "anyObject");

  /// More of them is no policy but an attack.
  private static final int MOST = 1_000;

  CelSource {
    variables = List.copyOf(variables);
    matchConditions = List.copyOf(matchConditions);
    validations = List.copyOf(validations);
  }

  /// An expression with a name.
  record Named(String name, String expression) {}

  /// A validation.
  record Rule(String expression, String message, String messageExpression) {}

  /// Reads `code[].source`. Members nobody knows are passed over.
  static CelSource read(ObjectValue source) throws RefusedException {
    var read =
        new CelSource(
            named(source, "variables"),
            named(source, "matchCondition"),
            rules(source),
            text(source, "failurePolicy"));
    for (Named variable : read.variables) {
      if (variable.name.startsWith(RESERVED) || TAKEN.contains(variable.name)) {
        throw new RefusedException(
            "invalid variable definition: the name " + variable.name + " is reserved");
      }
    }
    for (Named condition : read.matchConditions) {
      if (condition.name.startsWith(RESERVED)) {
        throw new RefusedException(
            "invalid match condition: the name " + condition.name + " is reserved");
      }
    }
    return read;
  }

  private static List<Named> named(ObjectValue source, String key) throws RefusedException {
    List<Named> all = new ArrayList<>();
    for (Value entry : entries(source, key)) {
      all.add(new Named(text(entry, "name"), text(entry, "expression")));
    }
    return all;
  }

  private static List<Rule> rules(ObjectValue source) throws RefusedException {
    List<Rule> all = new ArrayList<>();
    for (Value entry : entries(source, "validations")) {
      all.add(
          new Rule(
              text(entry, "expression"), text(entry, "message"), text(entry, "messageExpression")));
    }
    return all;
  }

  private static List<Value> entries(ObjectValue source, String key) throws RefusedException {
    Value value = source.get(key).orElse(NullValue.NULL);
    if (value instanceof NullValue) {
      return List.of();
    }
    if (!(value instanceof ArrayValue list)) {
      throw new RefusedException(key + " of the K8sNativeValidation source must be a list");
    }
    if (list.size() > MOST) {
      throw new RefusedException(
          key + " of the K8sNativeValidation source has more than " + MOST + " entries");
    }
    for (Value entry : list.elements()) {
      if (!(entry instanceof ObjectValue)) {
        throw new RefusedException(
            key + " of the K8sNativeValidation source must be a list of objects");
      }
    }
    return list.elements();
  }

  private static String text(Value entry, String key) throws RefusedException {
    Value value = entry.get(key).orElse(NullValue.NULL);
    if (value instanceof NullValue) {
      return "";
    }
    if (!(value instanceof StringValue text)) {
      throw new RefusedException(key + " in the K8sNativeValidation source must be a text");
    }
    return text.text();
  }
}
