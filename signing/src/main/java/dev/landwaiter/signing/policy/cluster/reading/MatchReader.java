package dev.landwaiter.signing.policy.cluster.reading;

import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.policy.cluster.ResourceMatch;
import dev.landwaiter.signing.policy.cluster.ResourceMatch.LabelRequirement;
import dev.landwaiter.signing.policy.cluster.ResourceMatch.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads which objects a policy is about.
final class MatchReader {
  private MatchReader() {}

  static ResourceMatch read(Field match) throws RefusedException {
    match.only("group", "version", "resource", "selector");
    if (!match.has("group") && !match.has("version") && !match.has("resource")) {
      throw match.wrong("at least one of group, version and resource is wanted");
    }
    return new ResourceMatch(
        match.text("group"), given(match, "version"), given(match, "resource"), labels(match));
  }

  private static Optional<String> given(Field match, String name) throws RefusedException {
    return Optional.of(match.text(name)).filter(text -> !text.isEmpty());
  }

  private static List<LabelRequirement> labels(Field match) throws RefusedException {
    List<LabelRequirement> all = new ArrayList<>();
    Optional<Field> selector = match.get("selector");
    if (selector.isEmpty()) {
      return all;
    }
    selector.get().only("matchLabels", "matchExpressions");
    Optional<Field> labels = selector.get().get("matchLabels");
    if (labels.isPresent()) {
      for (Value key : labels.get().object().sortedKeys()) {
        String name = key instanceof StringValue text ? text.text() : key.toString();
        all.add(new LabelRequirement(name, Operator.IN, List.of(labels.get().text(name))));
      }
    }
    for (Field each : SpecReader.bounded(selector.get(), "matchExpressions")) {
      all.add(expression(each.only("key", "operator", "values")));
    }
    return all;
  }

  private static LabelRequirement expression(Field expression) throws RefusedException {
    Field word = expression.require("operator");
    for (Operator each : Operator.values()) {
      if (each.word().equals(word.text())) {
        List<String> values = new ArrayList<>();
        for (Field value : SpecReader.bounded(expression, "values")) {
          values.add(value.text());
        }
        boolean some = each == Operator.IN || each == Operator.NOT_IN;
        if (some == values.isEmpty()) {
          throw expression.wrong(
              some ? each.word() + " wants values" : each.word() + " takes no values");
        }
        return new LabelRequirement(expression.requireText("key"), each, values);
      }
    }
    throw word.wrong("the operator is In, NotIn, Exists or DoesNotExist");
  }
}
