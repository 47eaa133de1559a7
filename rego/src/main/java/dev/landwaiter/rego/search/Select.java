package dev.landwaiter.rego.search;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.SetValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import org.jspecify.annotations.Nullable;

/// What a part of a path selects in a value (reference 10.3).
final class Select {
  private static final int LONGEST_INDEX = 10;

  private Select() {}

  /// The value selected, or null.
  static @Nullable Value in(Value value, Value key) {
    return switch (value) {
      case ObjectValue object -> object.find(key);
      case ArrayValue array -> key instanceof NumberValue number ? element(array, number) : null;
      case SetValue set -> set.find(key) == null ? null : key;
      default -> null;
    };
  }

  private static @Nullable Value element(ArrayValue array, NumberValue number) {
    long index = index(number);
    return index < 0 || index >= array.size() ? null : array.at((int) index);
  }

  /// The index a number stands for, or -1: digits, perhaps with a point and zeros.
  private static long index(NumberValue number) {
    if (number.isPlain()) {
      return number.plain();
    }
    String text = number.text();
    int point = text.indexOf('.');
    String whole = point < 0 ? text : text.substring(0, point);
    boolean zeros = point < 0 || text.substring(point + 1).chars().allMatch(c -> c == '0');
    boolean digits =
        !whole.isEmpty()
            && whole.length() <= LONGEST_INDEX
            && whole.chars().allMatch(c -> c >= '0' && c <= '9');
    return zeros && digits ? Long.parseLong(whole) : -1;
  }

  /// What stands in base documents below a key, which is always a text there.
  static @Nullable Value inBase(Value value, Value key) {
    String text =
        switch (key) {
          case StringValue string -> string.text();
          case NumberValue number -> number.text();
          default -> null;
        };
    if (text == null) {
      return null;
    }
    return switch (value) {
      case ObjectValue object -> object.find(new StringValue(text));
      case ArrayValue array ->
          !text.isEmpty()
                  && text.length() <= LONGEST_INDEX
                  && text.chars().allMatch(c -> c >= '0' && c <= '9')
                  && Long.parseLong(text) < array.size()
              ? array.at(Integer.parseInt(text))
              : null;
      default -> null;
    };
  }
}
