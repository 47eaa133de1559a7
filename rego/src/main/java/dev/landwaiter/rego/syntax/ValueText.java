package dev.landwaiter.rego.syntax;

import dev.landwaiter.base.text.GoString;
import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.BooleanValue;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.SetValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;

/// Values as Rego text: strings quoted as Go does, objects and sets in order.
public final class ValueText {
  private ValueText() {}

  public static String of(Value value) {
    var text = new StringBuilder();
    write(value, text);
    return text.toString();
  }

  private static void write(Value value, StringBuilder text) {
    switch (value) {
      case NullValue _ -> text.append("null");
      case BooleanValue flag -> text.append(flag.equals(BooleanValue.TRUE));
      case NumberValue number -> text.append(number.text());
      case StringValue string -> GoString.quote(string.text(), text);
      case ArrayValue array -> {
        text.append('[');
        String between = "";
        for (Value element : array.elements()) {
          text.append(between);
          write(element, text);
          between = ", ";
        }
        text.append(']');
      }
      case SetValue set -> writeSet(set, text);
      case ObjectValue object -> {
        text.append('{');
        String between = "";
        for (int i = 0; i < object.size(); i++) {
          text.append(between);
          write(object.sortedKey(i), text);
          text.append(": ");
          write(object.sortedValue(i), text);
          between = ", ";
        }
        text.append('}');
      }
    }
  }

  private static void writeSet(SetValue set, StringBuilder text) {
    if (set.elements().isEmpty()) {
      text.append("set()");
      return;
    }
    text.append('{');
    String between = "";
    for (Value element : set.elements()) {
      text.append(between);
      write(element, text);
      between = ", ";
    }
    text.append('}');
  }

  /// A text in double quotes, as Go's `strconv.Quote` writes it.
  public static String quoted(String text) {
    return GoString.quoted(text);
  }
}
