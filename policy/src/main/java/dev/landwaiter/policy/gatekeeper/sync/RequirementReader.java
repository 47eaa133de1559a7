package dev.landwaiter.policy.gatekeeper.sync;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.gatekeeper.RefusedException;
import dev.landwaiter.policy.gatekeeper.Resource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads what a template requires: the annotation `metadata.gatekeeper.sh/requires-sync-data`, JSON
/// inside one more pair of quotes.
final class RequirementReader {
  private static final String ANNOTATION = "metadata.gatekeeper.sh/requires-sync-data";
  private static final int LENGTH_LIMIT = 256 << 10;
  private static final Set<String> FIELDS = Set.of("groups", "versions", "kinds");

  private RequirementReader() {}

  /// All of them; none when the template says nothing.
  ///
  /// @throws RefusedException when the annotation cannot be understood
  static List<Requirement> read(Resource template) throws RefusedException {
    Optional<Value> annotation =
        template
            .content()
            .get("metadata")
            .flatMap(metadata -> metadata.get("annotations"))
            .flatMap(annotations -> annotations.get(ANNOTATION));
    if (annotation.isEmpty()) {
      return List.of();
    }
    String text = annotation.get().asText().strip();
    if (text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"")) {
      text = text.substring(1, text.length() - 1);
    }
    if (text.length() > LENGTH_LIMIT) {
      throw wrong("it has more than the %,d characters a cluster takes".formatted(LENGTH_LIMIT));
    }
    Value value;
    try {
      value = Json.parse("the annotation " + ANNOTATION, text);
    } catch (FormatException e) {
      throw new RefusedException(e.problem().toString());
    }
    List<Requirement> requirements = new ArrayList<>();
    for (Value alternatives : list(value, "it")) {
      List<Requirement.Kinds> kinds = new ArrayList<>();
      for (Value each : list(alternatives, "each of its elements")) {
        kinds.add(kinds(each));
      }
      requirements.add(new Requirement(kinds));
    }
    return requirements;
  }

  private static Requirement.Kinds kinds(Value each) throws RefusedException {
    if (!(each instanceof ObjectValue object)) {
      throw wrong("an alternative is no object");
    }
    for (Value key : object.sortedKeys()) {
      if (!FIELDS.contains(key.asText())) {
        throw wrong("an alternative has the unknown field " + key.asText());
      }
    }
    return new Requirement.Kinds(
        texts(object, "groups"), texts(object, "versions"), texts(object, "kinds"));
  }

  private static Set<String> texts(ObjectValue object, String field) throws RefusedException {
    Set<String> texts = new LinkedHashSet<>();
    for (Value each : list(object.get(field).orElse(ArrayValue.EMPTY), "the field " + field)) {
      if (!(each instanceof StringValue text)) {
        throw wrong("the field " + field + " holds something that is no text");
      }
      texts.add(text.text());
    }
    if (texts.isEmpty()) {
      throw wrong("an alternative has no " + field);
    }
    return Collections.unmodifiableSet(texts);
  }

  private static List<Value> list(Value value, String what) throws RefusedException {
    if (value instanceof ArrayValue array) {
      return array.elements();
    }
    throw wrong(what + " is no list");
  }

  private static RefusedException wrong(String what) {
    return new RefusedException("the annotation " + ANNOTATION + ": " + what);
  }
}
