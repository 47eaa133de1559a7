package dev.landwaiter.rego.present;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.Location;
import dev.landwaiter.rego.RegoError;
import java.util.List;

/// Errors as JSON: `message`, `code`, `location`, `details`.
public final class ErrorJson {
  private ErrorJson() {}

  /// `{"errors": [...]}`.
  public static ObjectValue of(List<RegoError> errors) {
    var draft = new ObjectValue.Draft();
    draft.put(Value.of("errors"), list(errors));
    return draft.finish();
  }

  public static ArrayValue list(List<RegoError> errors) {
    return new ArrayValue(errors.stream().map(ErrorJson::of).toList());
  }

  public static ObjectValue of(RegoError error) {
    var draft = new ObjectValue.Draft();
    draft.put(Value.of("message"), Value.of(error.message()));
    if (!error.code().isEmpty()) {
      draft.put(Value.of("code"), Value.of(error.code()));
    }
    error.location().ifPresent(at -> draft.put(Value.of("location"), location(at)));
    error.data().ifPresent(details -> draft.put(Value.of("details"), details));
    return draft.finish();
  }

  /// `{"file", "row", "col"}`.
  public static ObjectValue location(Location at) {
    var draft = new ObjectValue.Draft();
    draft.put(Value.of("file"), Value.of(at.file()));
    draft.put(Value.of("row"), Value.of(at.row()));
    draft.put(Value.of("col"), Value.of(at.column()));
    return draft.finish();
  }
}
