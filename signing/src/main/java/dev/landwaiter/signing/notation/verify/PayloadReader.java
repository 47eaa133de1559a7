package dev.landwaiter.signing.notation.verify;

import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.encoding.StrictJson;
import dev.landwaiter.signing.notation.TargetArtifact;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Reads what an envelope is about. Members that are not known are passed over.
final class PayloadReader {
  private static final String WHERE = "the payload of the envelope";

  private PayloadReader() {}

  static TargetArtifact read(Bytes payload) throws RefusedException {
    ObjectValue target = object(member(object(StrictJson.parse(WHERE, payload)), "targetArtifact"));
    Map<String, String> annotations = new LinkedHashMap<>();
    Optional<Value> given = target.get("annotations");
    if (given.isPresent()) {
      for (var each : object(given.get()).members().entrySet()) {
        annotations.put(text(each.getKey()), text(each.getValue()));
      }
    }
    if (!(member(target, "size") instanceof NumberValue size) || size.toLong().isEmpty()) {
      throw wrong("its size is no whole number");
    }
    return new TargetArtifact(
        text(member(target, "mediaType")),
        text(member(target, "digest")),
        size.toLong().getAsLong(),
        annotations);
  }

  private static Value member(ObjectValue object, String name) throws RefusedException {
    return object.get(name).orElseThrow(() -> wrong("no '" + name + "'"));
  }

  private static ObjectValue object(Value value) throws RefusedException {
    if (value instanceof ObjectValue object) {
      return object;
    }
    throw wrong("an object was expected");
  }

  private static String text(Value value) throws RefusedException {
    if (value instanceof StringValue text) {
      return text.text();
    }
    throw wrong("a text was expected");
  }

  private static RefusedException wrong(String why) {
    return new RefusedException(FailureClass.PARSE, WHERE + " is malformed: " + why);
  }
}
