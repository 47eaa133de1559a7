package dev.landwaiter.dockerfile.output.own;

import dev.landwaiter.dockerfile.Finding;
import dev.landwaiter.dockerfile.Fix;
import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.output.Linted;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The last words about a run: how much was found where, and, where it is much, what the most.
final class Summary {
  /// Findings that nobody counts by looking.
  private static final int MANY = 30;

  private static final int MOST = 5;

  private Summary() {}

  static String of(List<Linted> files, Paint paint) {
    List<Finding> all = files.stream().flatMap(each -> each.findings().stream()).toList();
    int hidden = files.stream().mapToInt(each -> each.hidden().size()).sum();
    String ignored = hidden == 0 ? "" : "; " + hidden + " ignored";
    if (all.isEmpty()) {
      return paint.good("Nothing found in " + count(files.size(), "file")) + ignored;
    }
    long concerned = files.stream().filter(each -> !each.findings().isEmpty()).count();
    String where =
        concerned == files.size()
            ? count(concerned, "file")
            : concerned + " of " + count(files.size(), "file");
    List<String> counts = new ArrayList<>();
    for (Level level : Level.values()) {
      long count = all.stream().filter(each -> each.level() == level).count();
      if (count > 0) {
        counts.add(paint.level(level, count + plural(level, count)));
      }
    }
    long fixes = all.stream().filter(each -> each.fix().filter(Fix::safe).isPresent()).count();
    return paint.bold(count(all.size(), "finding"))
        + " in "
        + where
        + ": "
        + String.join(", ", counts)
        + ignored
        + (fixes == 0 ? "" : "; --fix mends " + fixes)
        + (all.size() < MANY ? "" : "\n" + most(all));
  }

  private static String most(List<Finding> all) {
    Map<String, Integer> counts = new TreeMap<>();
    all.forEach(each -> counts.merge(each.id(), 1, Integer::sum));
    List<String> most =
        counts.entrySet().stream()
            .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
            .limit(MOST)
            .map(each -> each.getKey() + " (" + each.getValue() + ")")
            .toList();
    return (counts.size() > MOST ? "Most often: " : "They are: ") + String.join(", ", most);
  }

  private static String count(long count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }

  private static String plural(Level level, long count) {
    return switch (level) {
      case ERROR, WARNING -> " " + level.id() + (count == 1 ? "" : "s");
      case INFO, STYLE, IGNORE -> " " + level.id();
    };
  }
}
