package dev.landwaiter.rego.present;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.query.Result;
import java.util.ArrayList;
import java.util.List;

/// Results as JSON: for each its expressions with values, texts and places, and its bindings.
public final class ResultJson {
  private ResultJson() {}

  public static ArrayValue of(Shown shown) {
    return new ArrayValue(shown.results().stream().map(result -> of(shown, result)).toList());
  }

  private static ObjectValue of(Shown shown, Result result) {
    List<Value> expressions = new ArrayList<>();
    for (int i = 0; i < result.values().size(); i++) {
      var at = shown.expressions().get(i).at();
      var place = new ObjectValue.Draft();
      place.put(Value.of("row"), Value.of(at.row()));
      place.put(Value.of("col"), Value.of(at.column()));
      var draft = new ObjectValue.Draft();
      draft.put(Value.of("value"), JsonValue.of(result.values().get(i)));
      draft.put(Value.of("text"), Value.of(shown.text(i)));
      draft.put(Value.of("location"), place.finish());
      expressions.add(draft.finish());
    }
    var draft = new ObjectValue.Draft();
    draft.put(Value.of("expressions"), new ArrayValue(expressions));
    if (!result.bindings().isEmpty()) {
      draft.put(Value.of("bindings"), bindings(result));
    }
    return draft.finish();
  }

  static ObjectValue bindings(Result result) {
    var draft = new ObjectValue.Draft();
    result.bindings().forEach((name, value) -> draft.put(Value.of(name), JsonValue.of(value)));
    return draft.finish();
  }
}
