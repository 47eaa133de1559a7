package dev.landwaiter.policy.input.text;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.policy.input.GoSpace;

/// Reads one value of an INI file, which may reach over several lines.
final class IniValue {
  private final IniReader reader;
  private final String text;
  private final int start;

  IniValue(IniReader reader, int from) {
    this.reader = reader;
    this.text = reader.text();
    int first = GoSpace.skip(text, from, reader.lineEnd());
    this.start = first == reader.lineEnd() ? from : first;
  }

  int start() {
    return start;
  }

  /// Behind the value; known when it is read.
  int end() {
    int end = reader.lineEnd();
    while (end > start && GoSpace.is(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  String read() throws FormatException {
    String line = GoSpace.trim(text.substring(start, reader.lineEnd()));
    if (line.isEmpty()) {
      return "";
    }
    String quote = "";
    if (text.startsWith("\"\"\"", start) && reader.lineEnd() - start > 3) {
      quote = "\"\"\"";
    } else if (line.startsWith("`")) {
      quote = "`";
    }
    if (!quote.isEmpty()) {
      int end = line.lastIndexOf(quote);
      return end >= quote.length() ? line.substring(quote.length(), end) : lines(quote);
    }
    if (line.endsWith("\\")) {
      return continued(line.substring(0, line.length() - 1));
    }
    for (int i = 0; i < line.length(); i++) {
      if (line.charAt(i) == '#' || line.charAt(i) == ';') {
        line = GoSpace.trim(line.substring(0, i));
        break;
      }
    }
    return isQuotedBy(line, '\'') || isQuotedBy(line, '"')
        ? line.substring(1, line.length() - 1)
        : line;
  }

  private static boolean isQuotedBy(String line, char quote) {
    return line.length() >= 2
        && line.charAt(0) == quote
        && line.indexOf(quote, 1) == line.length() - 1;
  }

  private String lines(String quote) throws FormatException {
    var value = new StringBuilder();
    value.append(text, start + quote.length(), reader.lineEnd());
    while (reader.nextLine()) {
      String line = text.substring(reader.lineStart(), reader.lineEnd());
      int end = line.lastIndexOf(quote);
      if (end >= 0) {
        return value.append(line, 0, end).toString();
      }
      value.append(line);
    }
    throw reader.wrong(start, "a value whose quote does not end", "close it with " + quote);
  }

  private String continued(String first) {
    var value = new StringBuilder(first);
    while (reader.nextLine()) {
      String next = GoSpace.trim(text.substring(reader.lineStart(), reader.lineEnd()));
      if (next.isEmpty()) {
        break;
      }
      value.append(next);
      if (!next.endsWith("\\")) {
        break;
      }
      value.setLength(value.length() - 1);
    }
    return value.toString();
  }
}
