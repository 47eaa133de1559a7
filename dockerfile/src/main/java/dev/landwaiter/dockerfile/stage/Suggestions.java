package dev.landwaiter.dockerfile.stage;

import java.util.Collection;
import java.util.Optional;

/// Names that a misspelt one may mean: those fewer than three changes away.
///
/// Bounds: names up to 64 characters, and a number of comparisons.
public final class Suggestions {
  private static final int MAX_LENGTH = 64;
  private static final int MAX_CHANGES = 2;

  private int left = 100_000;

  /// Whether no comparison is left.
  boolean exhausted() {
    return left == 0;
  }

  /// The nearest name; nothing where one of them is the name itself.
  public Optional<String> near(String name, Collection<String> names) {
    Optional<String> best = Optional.empty();
    int least = MAX_CHANGES + 1;
    for (String each : names) {
      if (each.equals(name)) {
        return Optional.empty();
      }
      left = Math.max(0, left - 1);
      boolean far = Math.abs(each.length() - name.length()) > MAX_CHANGES;
      if (far || name.length() > MAX_LENGTH || left == 0) {
        continue;
      }
      int changes = changes(name, each);
      if (changes < least) {
        least = changes;
        best = Optional.of(each);
      }
    }
    return best;
  }

  /// The least number of letters to add, drop or change.
  static int changes(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int above = row[j];
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(change, Math.min(above, row[j - 1]) + 1);
        diagonal = above;
      }
    }
    return row[b.length()];
  }
}
