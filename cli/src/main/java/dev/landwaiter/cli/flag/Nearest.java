package dev.landwaiter.cli.flag;

import java.util.Collection;

/// Finds the name that somebody who mistyped probably meant.
public final class Nearest {
  private Nearest() {}

  /// ` (did you mean --NAME?)` when a known name is at most two edits away, else nothing.
  static String hint(String typed, Collection<String> known) {
    String best = to(typed, known);
    return best.isEmpty() ? "" : " (did you mean --" + best + "?)";
  }

  /// The known name that is nearest, at most two edits away, one for short words; else empty.
  public static String to(String typed, Collection<String> known) {
    String best = "";
    // In a short word two changes leave little of what was meant.
    int least = typed.length() < 5 ? 2 : 3;
    for (String name : known) {
      int distance = typed.length() > 64 ? 3 : distance(typed, name);
      if (distance < least) {
        least = distance;
        best = name;
      }
    }
    return best;
  }

  private static int distance(String left, String right) {
    int[] row = new int[right.length() + 1];
    for (int j = 0; j <= right.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= right.length(); j++) {
        int change = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[right.length()];
  }
}
