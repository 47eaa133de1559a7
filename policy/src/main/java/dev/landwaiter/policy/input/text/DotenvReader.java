package dev.landwaiter.policy.input.text;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.InputText;
import dev.landwaiter.base.text.Position;
import dev.landwaiter.policy.input.GoSpace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads the assignments of an environment file as Go's `gotenv` does.
final class DotenvReader {
  private static final int SIZE_LIMIT = 64 << 20;

  private final String where;
  private final String text;
  private final Map<String, String> known = new HashMap<>();

  /// How many characters all values may have together, since references multiply.
  private long budget = SIZE_LIMIT;

  private int at;

  DotenvReader(String where, String text) {
    this.where = where;
    this.text = text;
  }

  /// All assignments in their order.
  ///
  /// @throws FormatException when a line is no assignment, or a quote does not end
  List<Entry> read() throws FormatException {
    List<Entry> entries = new ArrayList<>();
    while (at < text.length()) {
      int start = at;
      int end = lineEnd(start);
      at = behindLineEnd(end);
      int first = GoSpace.skip(text, start, end);
      if (first < end && text.charAt(first) != '#') {
        entries.add(assignment(first, quotedEnd(first, end)));
      }
    }
    return entries;
  }

  private int lineEnd(int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return end;
  }

  private int behindLineEnd(int end) {
    return Math.min(text.length(), end + (text.startsWith("\r\n", end) ? 2 : 1));
  }

  /// Where an assignment ends: on a later line when its value begins with a quote that does not end
  /// on the first.
  private int quotedEnd(int start, int end) throws FormatException {
    String line = GoSpace.trim(text.substring(start, end));
    int delimiter = line.indexOf('=');
    delimiter = delimiter < 0 ? line.indexOf(':') : delimiter;
    String value = delimiter > 0 ? GoSpace.trim(line.substring(delimiter + 1)) : "";
    if (!value.startsWith("\"") && !value.startsWith("'")) {
      return end;
    }
    char quote = value.charAt(0);
    int last = value.lastIndexOf(quote);
    if (last > 0 && value.charAt(last - 1) != '\\') {
      return end;
    }
    while (at < text.length()) {
      int from = at;
      int to = lineEnd(from);
      at = behindLineEnd(to);
      int found = to - 1;
      while (found >= from && text.charAt(found) != quote) {
        found--;
      }
      if (found == from || (found > from && text.charAt(found - 1) != '\\')) {
        return to;
      }
    }
    throw LineText.wrong(
        where, text, start, "a value whose quote does not end", "close it with " + quote);
  }

  private Entry assignment(int start, int end) throws FormatException {
    String line = GoSpace.trim(text.substring(start, end));
    DotenvLine read =
        DotenvLine.of(line)
            .orElseThrow(
                () -> LineText.wrong(where, text, start, "not an assignment", "write NAME=value"));
    String value = read.value(known);
    budget -= value.length();
    if (budget < 0) {
      throw InputText.wrong(
          where, Position.START, "values of more than the 64 MiB that are read", "");
    }
    known.put(read.key(), value);
    return new Entry("", read.key(), value, start + read.start(), start + line.length());
  }
}
