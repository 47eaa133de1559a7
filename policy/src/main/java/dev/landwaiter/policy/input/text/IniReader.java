package dev.landwaiter.policy.input.text;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.policy.input.GoSpace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads the sections of an INI file.
final class IniReader {
  private static final String DEFAULT = "DEFAULT";

  private final String where;
  private final String text;
  private int lineStart;
  private int lineEnd;

  IniReader(String where, String text) {
    this.where = where;
    this.text = text;
  }

  /// The named sections, each once.
  ///
  /// @throws FormatException when a line is no section and has no key, or a quote does not end
  Map<String, List<Entry>> read() throws FormatException {
    Map<String, List<Entry>> sections = new LinkedHashMap<>();
    String section = DEFAULT;
    int unnamed = 1;
    while (nextLine()) {
      int start = GoSpace.skip(text, lineStart, lineEnd);
      char first = start < lineEnd ? text.charAt(start) : '#';
      if (first == '#' || first == ';') {
        continue;
      }
      if (first == '[') {
        section = section(start);
        unnamed = 1;
        sections.computeIfAbsent(section, _ -> new ArrayList<>());
        continue;
      }
      Key key = key(start);
      String name = key.name.equals("-") ? "#" + unnamed++ : key.name;
      var value = new IniValue(this, key.end);
      sections
          .computeIfAbsent(section, _ -> new ArrayList<>())
          .add(new Entry(section, name, value.read(), value.start(), value.end()));
    }
    sections.remove(DEFAULT);
    return sections;
  }

  /// Goes on to the next line, which ends behind its line break.
  boolean nextLine() {
    lineStart = lineEnd;
    int lineBreak = text.indexOf('\n', lineStart);
    lineEnd = lineBreak < 0 ? text.length() : lineBreak + 1;
    return lineStart < text.length();
  }

  int lineStart() {
    return lineStart;
  }

  int lineEnd() {
    return lineEnd;
  }

  String text() {
    return text;
  }

  FormatException wrong(int at, String message, String hint) {
    return LineText.wrong(where, text, at, message, hint);
  }

  private String section(int start) throws FormatException {
    int end = text.lastIndexOf(']', lineEnd - 1);
    if (end <= start) {
      throw wrong(start, "a section without an end", "close its name with ]");
    }
    if (end == start + 1) {
      throw wrong(start, "a section without a name", "");
    }
    return text.substring(start + 1, end);
  }

  /// A key, and where the text behind its delimiter begins.
  private record Key(String name, int end) {}

  private Key key(int start) throws FormatException {
    String quote = "";
    if (text.startsWith("\"\"\"", start) && lineEnd - start > 6) {
      quote = "\"\"\"";
    } else if (text.charAt(start) == '"' || text.charAt(start) == '`') {
      quote = text.substring(start, start + 1);
    }
    int from = start + quote.length();
    int end = from;
    if (!quote.isEmpty()) {
      end = text.indexOf(quote, from);
      if (end < 0 || end >= lineEnd) {
        throw wrong(start, "a key whose quote does not end", "close it with " + quote);
      }
    }
    int delimiter = end + quote.length();
    while (delimiter < lineEnd && text.charAt(delimiter) != '=' && text.charAt(delimiter) != ':') {
      delimiter++;
    }
    if (delimiter == lineEnd) {
      throw wrong(start, "a key without a value", "write key = value");
    }
    if (quote.isEmpty() && delimiter == start) {
      throw wrong(start, "a value without a key", "write key = value");
    }
    String name = text.substring(from, quote.isEmpty() ? delimiter : end);
    return new Key(GoSpace.trim(name), delimiter + 1);
  }
}
