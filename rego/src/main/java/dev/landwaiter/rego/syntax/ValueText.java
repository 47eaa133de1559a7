package dev.landwaiter.rego.syntax;

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
      case StringValue string -> quote(string.text(), text);
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
    var out = new StringBuilder(text.length() + 2);
    quote(text, out);
    return out.toString();
  }

  private static void quote(String text, StringBuilder out) {
    out.append('"');
    text.codePoints().forEach(point -> escape(point, out));
    out.append('"');
  }

  private static void escape(int point, StringBuilder out) {
    switch (point) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case 7 -> out.append("\\a");
      case '\b' -> out.append("\\b");
      case '\f' -> out.append("\\f");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      case 11 -> out.append("\\v");
      default -> {
        if (isPrintable(point)) {
          out.appendCodePoint(point);
        } else if (point < 0x80) {
          out.append(String.format("\\x%02x", point));
        } else {
          out.append(String.format(point < 0x10000 ? "\\u%04x" : "\\U%08x", point));
        }
      }
    }
  }

  /// Whether Go's `strconv.IsPrint` holds: letters, marks, numbers, punctuation, symbols, and the
  /// blank of ASCII.
  public static boolean isPrintable(int point) {
    if (point < 0x80) {
      return point >= 0x20 && point < 0x7f;
    }
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
