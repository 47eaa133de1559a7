package dev.landwaiter.policy.input.text;

import dev.landwaiter.policy.input.GoSpace;
import java.util.Map;
import java.util.Optional;

/// One assignment of an environment file, as it is written.
///
/// @param raw the value with its quotes, without the comment behind it
/// @param start where the value begins in the assignment
record DotenvLine(String key, String raw, int start) {
  private static final String EXPORT = "export";

  /// Takes an assignment apart: a name, `=` or `:` with a blank behind it, and a value in quotes,
  /// or up to a comment or the end of the line.
  static Optional<DotenvLine> of(String line) {
    int name = 0;
    if (line.startsWith(EXPORT)) {
      int behind = blanks(line, EXPORT.length());
      name = behind > EXPORT.length() && isName(line, behind) ? behind : 0;
    }
    int nameEnd = name;
    while (isName(line, nameEnd)) {
      nameEnd++;
    }
    int delimiter = blanks(line, nameEnd);
    boolean equals = line.startsWith("=", delimiter);
    boolean colon = line.startsWith(":", nameEnd) && blanks(line, nameEnd + 1) > nameEnd + 1;
    if (nameEnd == name || !(equals || colon)) {
      return Optional.empty();
    }
    int start = blanks(line, equals ? delimiter + 1 : nameEnd + 1);
    int end = valueEnd(line, start);
    return end < 0
        ? Optional.empty()
        : Optional.of(
            new DotenvLine(
                line.substring(name, nameEnd), GoSpace.trim(line.substring(start, end)), start));
  }

  private static int valueEnd(String line, int start) {
    if (line.startsWith("'", start) || line.startsWith("\"", start)) {
      char quote = line.charAt(start);
      for (int end = line.lastIndexOf(quote); end > start; end = line.lastIndexOf(quote, end - 1)) {
        if (isTail(line, end + 1)) {
          return end + 1;
        }
      }
    }
    int end = start;
    while (end < line.length() && line.charAt(end) != '#' && line.charAt(end) != '\n') {
      end++;
    }
    return isTail(line, end) ? end : -1;
  }

  /// Whether nothing but blanks and a comment on the same line follows.
  private static boolean isTail(String line, int from) {
    int at = blanks(line, from);
    return at == line.length() || (line.charAt(at) == '#' && line.indexOf('\n', at) < 0);
  }

  private static int blanks(String line, int from) {
    int at = from;
    while (at < line.length() && " \t\n\f\r".indexOf(line.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }

  private static boolean isName(String line, int at) {
    if (at >= line.length()) {
      return false;
    }
    char c = line.charAt(at);
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '_'
        || c == '.';
  }

  /// The value without quotes, with escapes and references to variables resolved; a variable nobody
  /// knows is empty.
  String value(Map<String, String> variables) {
    boolean single = isQuotedBy('\'');
    boolean twice = isQuotedBy('"');
    String bare = single || twice ? raw.substring(1, raw.length() - 1) : raw;
    if (single) {
      return bare;
    }
    return expanded(twice ? unescaped(bare) : bare, variables);
  }

  private boolean isQuotedBy(char quote) {
    return raw.length() >= 2 && raw.charAt(0) == quote && raw.charAt(raw.length() - 1) == quote;
  }

  /// `\n` and `\r` are line breaks; every other backslash goes, but that before a dollar sign.
  private static String unescaped(String value) {
    String broken = value.replace("\\n", "\n").replace("\\r", "\r");
    var plain = new StringBuilder(broken.length());
    for (int i = 0; i < broken.length(); i++) {
      char c = broken.charAt(i);
      if (c == '\\' && i + 1 < broken.length() && broken.charAt(i + 1) != '$') {
        i++;
        c = broken.charAt(i);
      }
      plain.append(c);
    }
    return plain.toString();
  }

  private static String expanded(String value, Map<String, String> variables) {
    var whole = new StringBuilder(value.length());
    int at = 0;
    for (int dollar = value.indexOf('$'); dollar >= 0; dollar = value.indexOf('$', at)) {
      boolean escaped = dollar > at && value.charAt(dollar - 1) == '\\';
      whole.append(value, at, escaped ? dollar - 1 : dollar);
      int name = dollar + (value.startsWith("{", dollar + 1) ? 2 : 1);
      int nameEnd = name;
      while (nameEnd < value.length() && isVariable(value.charAt(nameEnd))) {
        nameEnd++;
      }
      int end = nameEnd + (value.startsWith("}", nameEnd) ? 1 : 0);
      if (escaped || nameEnd == name) {
        whole.append(value, dollar, end);
      } else {
        whole.append(variables.getOrDefault(value.substring(name, nameEnd), ""));
      }
      at = end;
    }
    return whole.append(value, at, value.length()).toString();
  }

  /// The names of variables that references may have are in capital letters.
  private static boolean isVariable(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  }
}
