package dev.landwaiter.dockerfile.advice;

import java.util.Map;

/// Puts the defaults of ARG into an image name.
final class Defaults {
  private Defaults() {}

  /// Replaces `$name`, `${name}` and `${name:-default}`; unknown names stay as they are.
  static String fill(String text, Map<String, String> values) {
    var filled = new StringBuilder();
    int i = 0;
    while (i < text.length()) {
      int dollar = text.indexOf('$', i);
      if (dollar < 0) {
        break;
      }
      filled.append(text, i, dollar);
      boolean braced = dollar + 1 < text.length() && text.charAt(dollar + 1) == '{';
      int start = dollar + (braced ? 2 : 1);
      int end = start;
      while (end < text.length()
          && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
        end++;
      }
      int close = braced ? text.indexOf('}', end) : end - 1;
      if (close < 0 || end == start) {
        filled.append(text, dollar, start);
        i = start;
        continue;
      }
      String name = text.substring(start, end);
      String whole = text.substring(dollar, close + 1);
      String fallback =
          braced && text.startsWith(":-", end) ? text.substring(end + 2, close) : whole;
      String value = values.getOrDefault(name, "");
      filled.append(value.isEmpty() ? fallback : value);
      i = close + 1;
    }
    return filled.append(text.substring(i)).toString();
  }
}
