package dev.landwaiter.policy.input.data;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.InputText;
import dev.landwaiter.base.format.Positions;
import dev.landwaiter.base.text.Position;
import dev.landwaiter.base.text.Span;
import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Builds the value of an XML text out of its tokens.
final class XmlTree {
  private static final String CONTENT = "#content";

  private final String where;
  private final Deque<Element> open = new ArrayDeque<>();
  private boolean tooDeep;

  XmlTree(String where) {
    this.where = where;
    open.push(new Element("", "", Position.START));
  }

  private static final class Element {
    private final String prefix;
    private final String name;
    private final Position start;
    private final Map<String, List<Value>> children = new LinkedHashMap<>();
    private final Map<String, List<Positions>> places = new LinkedHashMap<>();
    private String text = "";

    Element(String prefix, String name, Position start) {
      this.prefix = prefix;
      this.name = name;
      this.start = start;
    }

    void add(String key, Value value, Positions place) {
      children.computeIfAbsent(key, _ -> new ArrayList<>(1)).add(value);
      places.computeIfAbsent(key, _ -> new ArrayList<>(1)).add(place);
    }

    /// Where it stands, in the shape of [#value].
    Positions positions(Position end) {
      Map<String, Positions> members = new LinkedHashMap<>();
      places.forEach((key, all) ->
          members.put(
              key,
              all.size() == 1
                  ? all.getFirst()
                  : new Positions(
                      new Span(all.getFirst().start(), all.getLast().end()), Map.of(), all)));
      return new Positions(new Span(start, end), members, List.of());
    }

    Value value() {
      if (children.isEmpty()) {
        return new StringValue(text);
      }
      var members = new ObjectValue.Draft();
      if (!text.isEmpty()) {
        members.put(new StringValue(CONTENT), new StringValue(text));
      }
      children.forEach((key, values) ->
          members.put(
              new StringValue(key),
              values.size() == 1 ? values.getFirst() : new ArrayValue(values)));
      return members.finish();
    }
  }

  void start(String prefix, String name, Position at) throws FormatException {
    if (open.size() > InputText.DEPTH_LIMIT) {
      tooDeep = true;
      throw wrong(at, "nested deeper than " + InputText.DEPTH_LIMIT);
    }
    open.push(new Element(prefix, name, at));
  }

  void attribute(String name, String value, Span at) {
    open.element().add("-" + name, new StringValue(value), new Positions(at, Map.of(), List.of()));
  }

  /// Only the last piece of text of an element counts.
  void text(String text) {
    open.element().text = trimmed(text);
  }

  /// @param tag where what ends the element stands
  void end(String prefix, String name, Span tag) throws FormatException {
    Element element = open.element();
    if (open.size() == 1) {
      throw wrong(tag.start(), "the end of an element " + name + " that does not begin");
    }
    if (!element.name.equals(name) || !element.prefix.equals(prefix)) {
      throw wrong(tag.start(), "the element " + element.name + " ends as " + name);
    }
    open.pop();
    open.element().add(name, element.value(), element.positions(tag.end()));
  }

  void finish() throws FormatException {
    if (open.size() > 1) {
      throw wrong(Position.START, "the element " + open.element().name + " does not end");
    }
  }

  boolean isTooDeep() {
    return tooDeep;
  }

  /// The whole text's; elements without an end do not count.
  Value value() {
    return open.getLast().value();
  }

  /// Where the whole text's nodes stand.
  Positions positions() {
    return open.getLast().positions(Position.START);
  }

  /// Without what shows nothing at both ends: white space, control and format characters.
  private static String trimmed(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && !isShown(text.codePointAt(start))) {
      start += Character.charCount(text.codePointAt(start));
    }
    while (end > start && !isShown(text.codePointBefore(end))) {
      end -= Character.charCount(text.codePointBefore(end));
    }
    return text.substring(start, end);
  }

  private static boolean isShown(int point) {
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

  private FormatException wrong(Position at, String message) {
    return InputText.wrong(where, at, "not valid XML: " + message, "");
  }
}
