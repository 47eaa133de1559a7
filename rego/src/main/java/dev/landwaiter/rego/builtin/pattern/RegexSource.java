package dev.landwaiter.rego.builtin.pattern;

import java.util.ArrayList;
import java.util.List;

/// A regular expression before it is compiled: its groups without names, since one name may stand
/// for several groups, and what its mistakes are called.
record RegexSource(
    String pattern, String text, List<String> names, RegexSize size, boolean unbalanced) {
  static RegexSource of(String pattern) {
    return new Scan(pattern).run();
  }

  /// The text of a mistake the library found.
  String message(String description, String where) {
    String what = description;
    String shown = where;
    if (unbalanced && what.startsWith("regexp/syntax: internal error")) {
      // The library takes its empty stack for its own mistake.
      what = "unexpected )";
      shown = pattern;
    } else if (what.equals("missing closing )")) {
      shown = pattern;
    }
    return "error parsing regexp: " + what + ": `" + shown + "`";
  }

  /// Reads the pattern once.
  private static final class Scan {
    private final String pattern;
    private final StringBuilder text;
    private final List<String> names = new ArrayList<>(List.of(""));
    private int at;
    private final RegexSize size = new RegexSize();
    private boolean unbalanced;

    Scan(String pattern) {
      this.pattern = pattern;
      this.text = new StringBuilder(pattern.length());
    }

    RegexSource run() {
      while (at < pattern.length()) {
        switch (pattern.charAt(at)) {
          case '\\' -> escape();
          case '[' -> characterClass();
          case '(' -> group();
          case ')' -> {
            unbalanced |= !size.close();
            copy(at + 1);
          }
          case '{' -> repetition();
          case '*', '+', '?' -> copy(at + 1);
          default -> {
            size.atom();
            copy(at + 1);
          }
        }
      }
      return new RegexSource(pattern, text.toString(), names, size, unbalanced);
    }

    private void copy(int end) {
      int stop = Math.min(end, pattern.length());
      text.append(pattern, at, stop);
      at = stop;
    }

    private void repetition() {
      int end = pattern.indexOf('}', at);
      if (end > at && end - at <= RegexSize.LONGEST && size.repeat(pattern, at, end)) {
        copy(end + 1);
      } else {
        size.atom();
        if (at + 1 < pattern.length() && "*+?".indexOf(pattern.charAt(at + 1)) >= 0) {
          // The library would take the operator after this brace for the second one.
          text.append('\\');
        }
        copy(at + 1);
      }
    }

    private void escape() {
      size.atom();
      if (pattern.startsWith("\\Q", at)) {
        int end = pattern.indexOf("\\E", at);
        copy(end < 0 ? pattern.length() : end + 2);
        return;
      }
      if (at + 1 < pattern.length() && pattern.charAt(at + 1) >= 0x80) {
        int end = pattern.offsetByCodePoints(at, 2);
        size.note(at, "invalid escape sequence: `" + pattern.substring(at, end) + "`");
      }
      boolean code = pattern.startsWith("{", at + 2) && "xpP".indexOf(pattern.charAt(at + 1)) >= 0;
      int end = code ? pattern.indexOf('}', at) : -1;
      copy(end < 0 ? at + 2 : end + 1);
    }

    /// A `]` first in the class stands for itself.
    private void characterClass() {
      size.atom();
      int i = at + 1;
      if (i < pattern.length() && pattern.charAt(i) == '^') {
        i++;
      }
      boolean first = true;
      while (i < pattern.length() && (first || pattern.charAt(i) != ']')) {
        first = false;
        if (pattern.charAt(i) == '\\') {
          i++;
        } else if (pattern.startsWith("[:", i)) {
          int end = pattern.indexOf(":]", i + 2);
          i = end < 0 ? i : end + 1;
        }
        i++;
      }
      copy(i + 1);
    }

    private void group() {
      size.open();
      if (!pattern.startsWith("(?", at)) {
        names.add("");
        copy(at + 1);
        return;
      }
      int start = pattern.startsWith("(?P<", at) ? 4 : pattern.startsWith("(?<", at) ? 3 : 0;
      int end = start == 0 ? -1 : pattern.indexOf('>', at);
      if (end >= 0 && isName(pattern, at + start, end)) {
        names.add(pattern.substring(at + start, end));
        text.append('(');
        at = end + 1;
        return;
      }
      if (isSetting()) {
        size.close();
        text.append(pattern, at, pattern.indexOf(')', at) + 1);
        at = pattern.indexOf(')', at) + 1;
        return;
      }
      copy(at + 2);
    }

    /// Whether this is `(?i)` and the like, which opens no group.
    private boolean isSetting() {
      for (int i = at + 2; i < pattern.length(); i++) {
        char c = pattern.charAt(i);
        if (c == ')') {
          return true;
        }
        if ("imsU-".indexOf(c) < 0) {
          return false;
        }
      }
      return false;
    }

    private static boolean isName(String pattern, int start, int end) {
      for (int i = start; i < end; i++) {
        char c = pattern.charAt(i);
        if (c != '_' && (c < '0' || c > '9') && (c < 'a' || c > 'z') && (c < 'A' || c > 'Z')) {
          return false;
        }
      }
      return end > start;
    }
  }
}
