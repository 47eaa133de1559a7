package dev.landwaiter.policy.gatekeeper.mutate;

import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.gatekeeper.RefusedException;
import java.util.List;

/// Refuses criteria of wrong types: taken as absent they would match more than is meant.
final class MatchShape {
  private static final List<String> SOURCES = List.of("", "All", "Generated", "Original");

  private MatchShape() {}

  static void check(Value match) throws RefusedException {
    object(match, "spec.match");
    for (Value kinds : Texts.list(match.get("kinds").orElse(NullValue.NULL), "spec.match.kinds")) {
      object(kinds, "an entry of spec.match.kinds");
      var _ = Texts.texts(kinds, "apiGroups", "spec.match.kinds[].apiGroups");
      var _ = Texts.texts(kinds, "kinds", "spec.match.kinds[].kinds");
    }
    for (String field : List.of("namespaces", "excludedNamespaces")) {
      var _ = Texts.texts(match, field, "spec.match." + field);
    }
    for (String field : List.of("scope", "name")) {
      var _ = Texts.text(match, field, "spec.match." + field);
    }
    if (!SOURCES.contains(Texts.text(match, "source", "spec.match.source"))) {
      throw new RefusedException("spec.match.source is none of All, Generated and Original");
    }
  }

  private static void object(Value value, String path) throws RefusedException {
    if (!(value instanceof ObjectValue) && !(value instanceof NullValue)) {
      throw new RefusedException(path + " is no object");
    }
  }
}
