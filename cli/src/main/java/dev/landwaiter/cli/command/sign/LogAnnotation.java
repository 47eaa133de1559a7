package dev.landwaiter.cli.command.sign;

import dev.landwaiter.base.format.JsonStyle;
import dev.landwaiter.base.format.JsonWriter;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The entry of a transparency log as it stands beside a signature of the older form, made of what
/// a log answered, or of a blob's bundle of that form.
final class LogAnnotation {
  private static final String PROMISE = "SignedEntryTimestamp";
  private static final String PAYLOAD = "Payload";

  private LogAnnotation() {}

  static String of(String where, Value given) throws RefusedException {
    Value entry = given.get("rekorBundle").orElse(given);
    if (entry.get(PROMISE).isPresent() && entry.get(PAYLOAD).isPresent()) {
      return text(member(where, entry, PROMISE), member(where, entry, PAYLOAD));
    }
    // A log answers with an object whose only member is named by the entry's id.
    Value answer =
        given instanceof ObjectValue object && object.size() == 1 && given.get("body").isEmpty()
            ? object.valueAt(0)
            : given;
    Value promise = member(where, member(where, answer, "verification"), "signedEntryTimestamp");
    return text(promise, answer);
  }

  private static String text(Value promise, Value payload) {
    Map<Value, Value> kept = new LinkedHashMap<>();
    for (String name : List.of("body", "integratedTime", "logIndex", "logID")) {
      payload.get(name).ifPresent(value -> kept.put(Value.of(name), value));
    }
    Map<Value, Value> members = new LinkedHashMap<>();
    members.put(Value.of(PROMISE), promise);
    members.put(Value.of(PAYLOAD), new ObjectValue(kept));
    return JsonWriter.toText(new ObjectValue(members), JsonStyle.COMPACT);
  }

  private static Value member(String where, Value value, String name) throws RefusedException {
    return value
        .get(name)
        .orElseThrow(() ->
            new RefusedException(
                FailureClass.PARSE,
                where + ": no entry of a log, the member '" + name + "' is missing"));
  }
}
