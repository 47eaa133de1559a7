package dev.landwaiter.dockerfile.parse;

import dev.landwaiter.dockerfile.syntax.Keywords;
import java.util.List;
import java.util.Locale;

/// Finds the known name that somebody may have meant.
final class Suggestion {
  /// Names that differ by this much or more are not offered.
  private static final int TOO_FAR = 3;

  private Suggestion() {}

  /// The nearest of the names, or empty; of equally near ones the first.
  static String nearest(String written, List<String> names) {
    String best = "";
    int least = TOO_FAR;
    for (String name : names) {
      int distance = distance(written, name);
      if (distance < least) {
        least = distance;
        best = name;
      }
    }
    return least == 0 ? "" : best;
  }

  /// A hint that offers the nearest name, or `otherwise`.
  static String hint(String written, List<String> names, String prefix, String otherwise) {
    String name = nearest(written, names);
    return name.isEmpty() ? otherwise : "did you mean " + prefix + name + "?";
  }

  /// For names in upper case: the answer is in the writer's case.
  static String keyword(String written, String otherwise) {
    String name = nearest(written.toUpperCase(Locale.ROOT), Keywords.ALL);
    if (name.isEmpty()) {
      return otherwise;
    }
    boolean lower = written.equals(written.toLowerCase(Locale.ROOT));
    return "did you mean " + (lower ? name.toLowerCase(Locale.ROOT) : name) + "?";
  }

  /// How many letters to add, drop or change; texts of very different length count as far.
  private static int distance(String a, String b) {
    if (Math.abs(a.length() - b.length()) >= TOO_FAR) {
      return TOO_FAR;
    }
    int[] last = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = last[0];
      last[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = last[j];
        last[j] = Math.min(change, 1 + Math.min(last[j], last[j - 1]));
      }
    }
    return last[b.length()];
  }
}
