package dev.landwaiter.rego.builtin.graphql;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Names that may have been meant.
final class Suggestions {
  /// Longer names are not compared.
  private static final int LENGTH_LIMIT = 200;

  private Suggestions() {}

  private record Option(String name, int distance) {}

  /// ` Did you mean "a" or "b"?` with the names close to one, or nothing.
  static String didYouMean(String name, List<String> names) {
    List<String> close = close(name, names);
    return close.isEmpty() ? "" : " Did you mean " + quotedOr(close) + "?";
  }

  /// At most five names in quotes: `"a", "b", or "c"`.
  static String quotedOr(List<String> names) {
    List<String> quoted = names.stream().limit(5).map(name -> "\"" + name + "\"").toList();
    int last = quoted.size() - 1;
    return switch (quoted.size()) {
      case 1 -> quoted.getFirst();
      case 2 -> quoted.getFirst() + " or " + quoted.getLast();
      default -> String.join(", ", quoted.subList(0, last)) + ", or " + quoted.get(last);
    };
  }

  private static List<String> close(String name, List<String> names) {
    List<Option> options = new ArrayList<>();
    for (String other : names) {
      if (other.length() <= LENGTH_LIMIT && name.length() <= LENGTH_LIMIT) {
        int distance = distance(name, other);
        int threshold = Math.max(Math.max(name.length() / 2, other.length() / 2), 1);
        if (distance <= threshold) {
          options.add(new Option(other, distance));
        }
      }
    }
    options.sort(Comparator.comparingInt(Option::distance));
    return options.stream().map(Option::name).toList();
  }

  /// How many letters are changed, added, dropped or swapped; another case counts as one change.
  private static int distance(String left, String right) {
    if (left.equals(right)) {
      return 0;
    }
    String a = left.toLowerCase(Locale.ROOT);
    String b = right.toLowerCase(Locale.ROOT);
    if (a.equals(b)) {
      return 1;
    }
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + change);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + change);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
