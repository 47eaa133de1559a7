package dev.landwaiter.cli.command.lint;

import java.util.ArrayList;
import java.util.List;

/// What has changed between two texts, line by line, in the form that `patch` reads.
final class UnifiedDiff {
  private static final int AROUND = 3;

  /// Pairs of lines that are compared at most; what is larger counts as replaced altogether.
  private static final int LIMIT = 4_000_000;

  private final List<String> before;
  private final List<String> after;

  /// Each step is a line with a blank, a minus or a plus before it.
  private final List<String> steps = new ArrayList<>();

  private UnifiedDiff(String before, String after) {
    this.before = lines(before);
    this.after = lines(after);
  }

  /// The changes under these names; empty where there are none.
  static String of(String name, String before, String after) {
    if (before.equals(after)) {
      return "";
    }
    var diff = new UnifiedDiff(before, after);
    diff.compare();
    return "--- a/" + name + "\n+++ b/" + name + "\n" + diff.hunks();
  }

  /// Lines with their ends.
  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int feed = text.indexOf('\n', start);
      int end = feed < 0 ? text.length() : feed + 1;
      lines.add(text.substring(start, end));
      start = end;
    }
    return lines;
  }

  private void compare() {
    int first = 0;
    int shorter = Math.min(before.size(), after.size());
    while (first < shorter && before.get(first).equals(after.get(first))) {
      steps.add(" " + before.get(first++));
    }
    int last = 0;
    while (last < shorter - first
        && before.get(before.size() - 1 - last).equals(after.get(after.size() - 1 - last))) {
      last++;
    }
    middle(first, before.size() - last, after.size() - last);
    for (int i = before.size() - last; i < before.size(); i++) {
      steps.add(" " + before.get(i));
    }
  }

  private void middle(int first, int endBefore, int endAfter) {
    int rows = endBefore - first;
    int columns = endAfter - first;
    // How many lines stay from each pair of places on (longest common subsequence).
    boolean small = (long) rows * columns <= LIMIT;
    int[][] common = new int[small ? rows + 1 : 1][small ? columns + 1 : 1];
    for (int i = small ? rows - 1 : -1; i >= 0; i--) {
      for (int j = columns - 1; j >= 0; j--) {
        common[i][j] =
            before.get(first + i).equals(after.get(first + j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    int i = 0;
    int j = 0;
    while (i < rows || j < columns) {
      boolean same =
          small && i < rows && j < columns && before.get(first + i).equals(after.get(first + j));
      if (same) {
        steps.add(" " + before.get(first + i++));
        j++;
      } else if (i < rows && (j == columns || !small || common[i + 1][j] >= common[i][j + 1])) {
        steps.add("-" + before.get(first + i++));
      } else {
        steps.add("+" + after.get(first + j++));
      }
    }
  }

  private String hunks() {
    var text = new StringBuilder();
    int at = 0;
    int oldLine = 1;
    int newLine = 1;
    while (at < steps.size()) {
      int change = at;
      while (change < steps.size() && steps.get(change).startsWith(" ")) {
        change++;
      }
      if (change == steps.size()) {
        break;
      }
      int start = Math.max(at, change - AROUND);
      oldLine += start - at;
      newLine += start - at;
      int end = end(change);
      int olds = count(start, end, '+');
      int news = count(start, end, '-');
      text.append("@@ -").append(range(oldLine, olds)).append(" +").append(range(newLine, news));
      text.append(" @@\n");
      for (String step : steps.subList(start, end)) {
        text.append(step).append(step.endsWith("\n") ? "" : "\n\\ No newline at end of file\n");
      }
      oldLine += olds;
      newLine += news;
      at = end;
    }
    return text.toString();
  }

  /// Where the hunk around a change ends: before a stretch of equal lines that is long enough.
  private int end(int change) {
    int equal = 0;
    int at = change;
    while (at < steps.size() && equal <= 2 * AROUND) {
      equal = steps.get(at).startsWith(" ") ? equal + 1 : 0;
      at++;
    }
    return at - Math.max(0, equal - AROUND);
  }

  /// How many steps are not of this kind.
  private int count(int start, int end, char kind) {
    return (int) steps.subList(start, end).stream().filter(step -> step.charAt(0) != kind).count();
  }

  private static String range(int line, int count) {
    return count == 1 ? Integer.toString(line) : (count == 0 ? line - 1 : line) + "," + count;
  }
}
