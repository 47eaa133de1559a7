package dev.landwaiter.policy.input.data;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import java.util.ArrayList;
import java.util.List;

/// Halves of surrogate pairs, which JSON's escapes can write, become U+FFFD, as in Go.
final class LoneSurrogates {
  private LoneSurrogates() {}

  /// Whether a text in JSON may have such an escape.
  static boolean mayBeIn(byte[] json) {
    for (int i = 0; i + 2 < json.length; i++) {
      if (json[i] == '\\' && json[i + 1] == 'u' && (json[i + 2] | 0x20) == 'd') {
        return true;
      }
    }
    return false;
  }

  static Value replaced(Value value) {
    return switch (value) {
      case StringValue text -> new StringValue(replaced(text.text()));
      case ArrayValue array -> {
        List<Value> elements = new ArrayList<>(array.elements().size());
        array.elements().forEach(element -> elements.add(replaced(element)));
        yield new ArrayValue(elements);
      }
      case ObjectValue object -> {
        var members = new ObjectValue.Draft();
        object.members().forEach((key, member) -> members.put(replaced(key), replaced(member)));
        yield members.finish();
      }
      default -> value;
    };
  }

  private static String replaced(String text) {
    var whole = new StringBuilder(text.length());
    text.codePoints()
        .forEach(point ->
            whole.appendCodePoint(
                point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE
                    ? 0xfffd
                    : point));
    return whole.toString();
  }
}
