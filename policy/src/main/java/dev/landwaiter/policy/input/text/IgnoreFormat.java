package dev.landwaiter.policy.input.text;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Positions;
import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.Locator;
import dev.landwaiter.policy.input.InputFormat;
import dev.landwaiter.policy.input.TextPlaces;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// `.gitignore` and `.dockerignore`: one document, the array of all lines.
public final class IgnoreFormat implements InputFormat {
  private static final StringValue KIND = new StringValue("Kind");
  private static final StringValue VALUE = new StringValue("Value");
  private static final StringValue ORIGINAL = new StringValue("Original");

  @Override
  public String name() {
    return "ignore";
  }

  @Override
  public Value read(String where, byte[] text) throws FormatException {
    List<Value> lines = new ArrayList<>();
    for (String line : LineText.read(where, text).split("\n", -1)) {
      lines.add(entry(line));
    }
    return new ArrayValue(List.of(new ArrayValue(lines)));
  }

  private static Value entry(String line) {
    if (line.isEmpty()) {
      return entry("Empty", "", line);
    }
    if (line.startsWith("#")) {
      return entry("Comment", withoutTail(withoutHead(line.substring(1))), line);
    }
    boolean negated = line.startsWith("!");
    String path = negated ? line.substring(1) : line;
    if (path.startsWith("\\#") || path.startsWith("\\!")) {
      path = path.substring(1);
    }
    return entry(negated ? "NegatedPath" : "Path", withoutTail(path), line);
  }

  private static String withoutHead(String text) {
    int start = 0;
    while (start < text.length() && text.charAt(start) == ' ') {
      start++;
    }
    return text.substring(start);
  }

  /// Without the blanks at the end, except for one behind a backslash, which is meant.
  private static String withoutTail(String path) {
    int end = path.length();
    while (end > 0 && path.charAt(end - 1) == ' ') {
      if (end > 1 && path.charAt(end - 2) == '\\') {
        return path.substring(0, end - 2) + " ";
      }
      end--;
    }
    return path.substring(0, end);
  }

  private static Value entry(String kind, String value, String original) {
    var members = new ObjectValue.Draft();
    members.put(KIND, new StringValue(kind));
    members.put(VALUE, new StringValue(value));
    members.put(ORIGINAL, new StringValue(original));
    return members.finish();
  }

  @Override
  public Locator locator(String where, byte[] bytes) {
    try {
      String text = LineText.read(where, bytes);
      var places = new TextPlaces(text);
      List<Positions> lines = new ArrayList<>();
      int start = 0;
      for (String line : text.split("\n", -1)) {
        int end = start + line.length();
        var whole = new Positions(places.span(start, end), Map.of(), List.of());
        lines.add(
            new Positions(
                whole.span(), Map.of("Kind", whole, "Value", whole, "Original", whole), List.of()));
        start = end + 1;
      }
      var document = new Positions(places.span(0, text.length()), Map.of(), lines);
      return Locator.of(new Positions(document.span(), Map.of(), List.of(document)));
    } catch (FormatException e) {
      return Locator.START;
    }
  }
}
