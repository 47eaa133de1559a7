package dev.landwaiter.policy.gatekeeper.match;

import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.gatekeeper.Match;
import java.util.List;
import java.util.Optional;

/// Reads the criteria of a match as constraints and mutators write them.
public final class MatchReader {
  private MatchReader() {}

  /// Members of a wrong type are taken as absent; who cares checks them before.
  public static Match read(Value match) {
    return new Match(
        list(match, "kinds").stream()
            .map(entry -> new Match.Kinds(texts(entry, "apiGroups"), texts(entry, "kinds")))
            .toList(),
        match.text("scope"),
        texts(match, "namespaces"),
        texts(match, "excludedNamespaces"),
        given(match, "labelSelector"),
        given(match, "namespaceSelector"),
        match.text("name"),
        match.text("source"));
  }

  private static Optional<Value> given(Value match, String name) {
    return match.get(name).filter(value -> !(value instanceof NullValue));
  }

  private static List<Value> list(Value from, String name) {
    return from.get(name).map(Value::elements).orElse(List.of());
  }

  private static List<String> texts(Value from, String name) {
    return list(from, name).stream().map(Value::asText).toList();
  }
}
