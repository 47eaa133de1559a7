package dev.landwaiter.rego.builtin.pattern;

import com.google.re2j.Matcher;
import java.util.List;

/// What a match is replaced with: `$1`, `${1}`, `$name`, `${name}` stand for groups, `$$` for `$`.
record Replacement(String template, List<String> names) {
  /// Numbers above are names.
  private static final int GREATEST = 100_000_000;

  void expand(Matcher match, String text, StringBuilder out) {
    int at = 0;
    while (true) {
      int dollar = template.indexOf('$', at);
      if (dollar < 0) {
        out.append(template, at, template.length());
        return;
      }
      out.append(template, at, dollar);
      at = reference(dollar + 1, match, text, out);
    }
  }

  /// @return where the text behind the reference begins
  private int reference(int start, Matcher match, String text, StringBuilder out) {
    if (template.startsWith("$", start)) {
      out.append('$');
      return start + 1;
    }
    boolean brace = template.startsWith("{", start);
    int from = brace ? start + 1 : start;
    int end = from;
    while (end < template.length() && isNamePart(template.codePointAt(end))) {
      end += Character.charCount(template.codePointAt(end));
    }
    if (end == from || (brace && !template.startsWith("}", end))) {
      out.append('$');
      return start;
    }
    int group = group(template.substring(from, end), match);
    if (group >= 0 && group <= match.groupCount() && match.start(group) >= 0) {
      out.append(text, match.start(group), match.end(group));
    }
    return brace ? end + 1 : end;
  }

  private static boolean isNamePart(int point) {
    return point == '_'
        || Character.isLetter(point)
        || Character.getType(point) == Character.DECIMAL_DIGIT_NUMBER;
  }

  private int group(String name, Matcher match) {
    int number = number(name);
    if (number >= 0) {
      return number;
    }
    for (int i = 1; i < names.size(); i++) {
      if (names.get(i).equals(name) && match.start(i) >= 0) {
        return i;
      }
    }
    return -1;
  }

  private static int number(String name) {
    if (name.startsWith("0") && name.length() > 1) {
      return -1;
    }
    int number = 0;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c < '0' || c > '9' || number >= GREATEST) {
        return -1;
      }
      number = number * 10 + (c - '0');
    }
    return number;
  }
}
