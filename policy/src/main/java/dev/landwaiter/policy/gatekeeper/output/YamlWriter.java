package dev.landwaiter.policy.gatekeeper.output;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.BooleanValue;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.SetValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Writes YAML as version 3 of Go's writer does: four blanks a level, lists indented too.
final class YamlWriter {
  private static final int LEVEL = 4;

  private final StringBuilder out = new StringBuilder();
  private boolean exact;

  String text() {
    return out.toString();
  }

  /// From here on numbers are written as they are; before they are floats.
  void exact() {
    exact = true;
  }

  void raw(String text) {
    out.append(text);
  }

  /// Writes members in the order given; each value is a [Value] or again a list of members.
  ///
  /// @param indent of the members
  /// @param begun whether the first line is indented already
  void mapping(List<Map.Entry<String, Object>> members, int indent, boolean begun) {
    boolean first = begun;
    for (Map.Entry<String, Object> member : members) {
      out.append(" ".repeat(first ? 0 : indent));
      first = false;
      out.append(YamlScalarText.of(member.getKey(), false)).append(':');
      if (member.getValue() instanceof Value value) {
        member(value, indent);
      } else {
        out.append('\n');
        // The level of a map inside a list begins behind the dash.
        mapping(below(member.getValue()), indent - indent % LEVEL + LEVEL, false);
      }
    }
  }

  @SuppressWarnings("unchecked") // members are made by this package alone
  private static List<Map.Entry<String, Object>> below(Object value) {
    return (List<Map.Entry<String, Object>>) value;
  }

  /// Writes the value of a member behind its colon.
  ///
  /// @param indent of the member
  void member(Value value, int indent) {
    int deeper = indent - indent % LEVEL + LEVEL;
    switch (value) {
      case ObjectValue object when object.size() > 0 -> {
        out.append('\n');
        object(object, deeper, false);
      }
      case ArrayValue array when array.size() > 0 -> {
        out.append('\n');
        array(array, deeper, false);
      }
      case StringValue text -> {
        out.append(' ');
        text(text.text(), deeper);
      }
      default -> {
        out.append(' ');
        flow(value);
        out.append('\n');
      }
    }
  }

  private void object(ObjectValue object, int indent, boolean begun) {
    mapping(sorted(object), indent, begun);
  }

  private static List<Map.Entry<String, Object>> sorted(ObjectValue object) {
    List<Map.Entry<String, Object>> members = new ArrayList<>(object.size());
    object.members().forEach((key, value) -> members.add(Map.entry(key.asText(), value)));
    members.sort(Map.Entry.comparingByKey(YamlScalarText.KEYS));
    return members;
  }

  private void array(ArrayValue array, int indent, boolean begun) {
    boolean first = begun;
    for (Value element : array.elements()) {
      out.append(" ".repeat(first ? 0 : indent)).append("- ");
      first = false;
      switch (element) {
        case ObjectValue object when object.size() > 0 -> object(object, indent + 2, true);
        case ArrayValue list when list.size() > 0 -> array(list, indent + 2, true);
        case StringValue text -> text(text.text(), indent + 2);
        default -> {
          flow(element);
          out.append('\n');
        }
      }
    }
  }

  /// Writes a text in block style and ends its line.
  private void text(String text, int indent) {
    if (text.indexOf('\n') >= 0) {
      YamlScalarText.block(text, indent, out);
    } else {
      out.append(YamlScalarText.of(text, false)).append('\n');
    }
  }

  void flowMapping(List<Map.Entry<String, Object>> members) {
    out.append('{');
    String between = "";
    for (Map.Entry<String, Object> member : members) {
      out.append(between).append(YamlScalarText.of(member.getKey(), true)).append(": ");
      between = ", ";
      if (member.getValue() instanceof Value value) {
        flow(value);
      } else {
        flowMapping(below(member.getValue()));
      }
    }
    out.append('}');
  }

  /// Writes a value on one line.
  void flow(Value value) {
    switch (value) {
      case ObjectValue object -> flowMapping(sorted(object));
      case ArrayValue array -> list(array.elements());
      case SetValue set -> list(set.elements());
      case StringValue text -> out.append(YamlScalarText.of(text.text(), true));
      case NumberValue number -> out.append(exact ? number.text() : YamlScalarText.number(number));
      case BooleanValue flag -> out.append(flag.flag());
      default -> out.append("null");
    }
  }

  private void list(List<Value> elements) {
    out.append('[');
    String between = "";
    for (Value element : elements) {
      out.append(between);
      between = ", ";
      flow(element);
    }
    out.append(']');
  }
}
