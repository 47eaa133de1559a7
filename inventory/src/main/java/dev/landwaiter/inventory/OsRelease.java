package dev.landwaiter.inventory;

import java.util.Map;
import java.util.TreeMap;

/// The assignments of an `os-release` file (freedesktop.org, os-release). Values lose their quotes;
/// shell escapes are not undone, as no id or version has any.
public record OsRelease(Map<String, String> fields) {
  public OsRelease {
    fields = Map.copyOf(fields);
  }

  public static OsRelease parse(String text) {
    Map<String, String> fields = new TreeMap<>();
    for (String line : (Iterable<String>) text.lines()::iterator) {
      String stripped = line.strip();
      int equals = stripped.indexOf('=');
      if (equals > 0 && !stripped.startsWith("#")) {
        fields.put(
            stripped.substring(0, equals).strip(), unquote(stripped.substring(equals + 1).strip()));
      }
    }
    return new OsRelease(fields);
  }

  private static String unquote(String value) {
    int start = 0;
    int end = value.length();
    while (start < end && isQuote(value.charAt(start))) {
      start++;
    }
    while (end > start && isQuote(value.charAt(end - 1))) {
      end--;
    }
    return value.substring(start, end);
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '\'';
  }

  public String id() {
    return fields.getOrDefault("ID", "");
  }

  /// Empty for distributions that roll without versions.
  public String versionId() {
    return fields.getOrDefault("VERSION_ID", "");
  }

  public String name() {
    return fields.getOrDefault("NAME", "");
  }
}
