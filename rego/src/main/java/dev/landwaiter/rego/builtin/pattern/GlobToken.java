package dev.landwaiter.rego.builtin.pattern;

import dev.landwaiter.rego.builtin.BuiltinException;
import java.util.ArrayList;
import java.util.List;

/// One element of a pattern of `regex.globs_match`: characters, and how often.
///
/// @param ranges first and last code points, in pairs
record GlobToken(List<Integer> ranges, char flag) {
  boolean mayBeAbsent() {
    return flag == '*';
  }

  boolean mayRepeat() {
    return flag == '*' || flag == '+';
  }

  /// Whether some character is in both.
  boolean meets(GlobToken that) {
    for (int i = 0; i < ranges.size(); i += 2) {
      for (int j = 0; j < that.ranges.size(); j += 2) {
        if (ranges.get(i) <= that.ranges.get(j + 1) && that.ranges.get(j) <= ranges.get(i + 1)) {
          return true;
        }
      }
    }
    return false;
  }

  /// Reads a pattern: `.` is any character, `[…]` one of several, `\` takes what is special for
  /// itself, `*` and `+` say how often.
  static List<GlobToken> read(String pattern) throws BuiltinException {
    return new Reader(pattern).read();
  }

  private static final class Reader {
    private final String pattern;
    private final int[] points;
    private int at;

    Reader(String pattern) {
      this.pattern = pattern;
      this.points = pattern.codePoints().toArray();
    }

    List<GlobToken> read() throws BuiltinException {
      var tokens = new ArrayList<GlobToken>();
      while (at < points.length) {
        List<Integer> ranges = element();
        char flag = 0;
        if (at < points.length && isFlag(points[at])) {
          flag = (char) points[at++];
        }
        tokens.add(new GlobToken(ranges, flag));
      }
      return tokens;
    }

    private static boolean isFlag(int point) {
      return point == '*' || point == '+';
    }

    private List<Integer> element() throws BuiltinException {
      int point = points[at++];
      return switch (point) {
        case '.' -> List.of(0, Character.MAX_CODE_POINT);
        case '[' -> set();
        case ']' -> throw wrong("set-close ']' with no preceding '['");
        case '*', '+' -> throw wrong("flag '" + (char) point + "' must be preceded by a non-flag");
        case '\\' -> {
          int escaped = escaped();
          yield List.of(escaped, escaped);
        }
        default -> List.of(point, point);
      };
    }

    private int escaped() throws BuiltinException {
      if (at == points.length) {
        throw wrong("input ends with a \\ (escape) character");
      }
      return points[at++];
    }

    private List<Integer> set() throws BuiltinException {
      var ranges = new ArrayList<Integer>();
      while (at < points.length) {
        int point = points[at++];
        if (point == ']') {
          if (ranges.isEmpty()) {
            throw wrong("set '[]' cannot be empty");
          }
          return ranges;
        }
        if (point == '-') {
          range(ranges);
        } else {
          int one = point == '\\' ? escaped() : point;
          ranges.add(one);
          ranges.add(one);
        }
      }
      throw wrong("found [ without matching ]");
    }

    private void range(List<Integer> ranges) throws BuiltinException {
      if (ranges.isEmpty()) {
        throw wrong("range character '-' must be preceded by a Unicode character");
      }
      if (at >= points.length || points[at] == ']') {
        throw wrong("range character '-' must be followed by a Unicode character");
      }
      int last = points[at++];
      if (last == '\\') {
        last = escaped();
      }
      int first = ranges.getLast();
      if (last < first) {
        throw wrong(
            "range is out of order: '%s' comes before '%s' in Unicode"
                .formatted(Character.toString(last), Character.toString(first)));
      }
      ranges.set(ranges.size() - 1, last);
    }

    private BuiltinException wrong(String what) {
      return BuiltinException.failure(
          "input:" + pattern + ", pos:" + at + ", " + what + ": the input provided is invalid");
    }
  }
}
