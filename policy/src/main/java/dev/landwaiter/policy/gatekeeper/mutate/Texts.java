package dev.landwaiter.policy.gatekeeper.mutate;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.gatekeeper.RefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads texts and lists of a specification; what is null counts as missing.
final class Texts {
  private Texts() {}

  /// The elements of a list, or none when it is null.
  static List<Value> list(Value value, String path) throws RefusedException {
    return switch (value) {
      case NullValue _ -> List.of();
      case ArrayValue array -> array.elements();
      default -> throw new RefusedException(path + " is no list");
    };
  }

  /// A list of texts, or none when it is missing.
  static List<String> texts(Value owner, String field, String path) throws RefusedException {
    List<String> texts = new ArrayList<>();
    for (Value element : list(owner.get(field).orElse(NullValue.NULL), path)) {
      if (!(element instanceof StringValue text)) {
        throw new RefusedException(path + " holds something that is no text");
      }
      texts.add(text.text());
    }
    return texts;
  }

  /// A member that is a text, or the empty text when it is missing.
  static String text(Value owner, String field, String path) throws RefusedException {
    Optional<Value> value = given(owner, field);
    if (value.isPresent() && !(value.get() instanceof StringValue)) {
      throw new RefusedException(path + " is no text");
    }
    return value.map(Value::asText).orElse("");
  }

  /// A member, unless it is missing or null.
  static Optional<Value> given(Value owner, String field) {
    return owner.get(field).filter(value -> !(value instanceof NullValue));
  }
}
