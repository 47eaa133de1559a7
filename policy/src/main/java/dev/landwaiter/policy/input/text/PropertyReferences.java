package dev.landwaiter.policy.input.text;

import dev.landwaiter.base.format.FormatException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Follows the references between properties, which are written `${key}`.
final class PropertyReferences {
  private static final int DEPTH_LIMIT = 64;

  private final String where;
  private final String text;
  private final Map<String, Entry> entries = new HashMap<>();

  /// How many references deep those keys lead that are checked.
  private final Map<String, Integer> heights = new HashMap<>();

  private PropertyReferences(String where, String text) {
    this.where = where;
    this.text = text;
  }

  /// Checks all values.
  ///
  /// @throws FormatException when references do not end, lead in a circle or nest deeper than 64
  static void check(String where, String text, List<Entry> entries) throws FormatException {
    var references = new PropertyReferences(where, text);
    entries.forEach(entry -> references.entries.put(entry.key(), entry));
    for (Entry entry : references.entries.values()) {
      references.height(entry, new LinkedHashSet<>());
    }
  }

  private int height(Entry entry, Set<String> path) throws FormatException {
    Integer known = heights.get(entry.key());
    if (known != null) {
      return known;
    }
    if (!path.add(entry.key())) {
      throw wrong(entry, "references lead in a circle: " + String.join(" → ", path));
    }
    int height = 0;
    for (String key : keys(entry)) {
      if (path.contains(key)) {
        throw wrong(entry, "${" + key + "} leads back to " + key + ": a circle");
      }
      Entry next = entries.get(key);
      height = Math.max(height, next == null ? 1 : 1 + height(next, path));
      if (height > DEPTH_LIMIT || path.size() > DEPTH_LIMIT) {
        throw wrong(entry, "references nest deeper than " + DEPTH_LIMIT);
      }
    }
    path.remove(entry.key());
    heights.put(entry.key(), height);
    return height;
  }

  private List<String> keys(Entry entry) throws FormatException {
    String value = entry.value();
    List<String> keys = new ArrayList<>();
    for (int at = value.indexOf("${"); at >= 0; at = value.indexOf("${", at + 2)) {
      int end = value.indexOf('}', at);
      if (end < 0) {
        throw wrong(entry, "${ without }");
      }
      keys.add(value.substring(at + 2, end));
    }
    return keys;
  }

  private FormatException wrong(Entry entry, String message) {
    return LineText.wrong(where, text, entry.start(), entry.key() + ": " + message, "");
  }
}
