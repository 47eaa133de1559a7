package dev.landwaiter.dockerfile.rule.dl;

import java.util.ArrayList;
import java.util.List;

/// The variables that a text uses.
final class Variables {
  private Variables() {}

  /// The names in `$name` and `${name}`, whatever stands around them; forms such as `${name:-x}`
  /// are not among them.
  static List<String> in(String text) {
    int at = text.indexOf('$');
    if (at < 0) {
      return List.of();
    }
    var names = new ArrayList<String>();
    for (; at >= 0; at = text.indexOf('$', at + 1)) {
      boolean brace = text.startsWith("{", at + 1);
      int start = brace ? at + 2 : at + 1;
      int end = start;
      while (end < text.length() && isNamePart(text.charAt(end))) {
        end++;
      }
      if (end > start && (!brace || text.startsWith("}", end))) {
        names.add(text.substring(start, end));
      }
    }
    return names;
  }

  private static boolean isNamePart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  }
}
