package dev.landwaiter.dockerfile.fix;

import dev.landwaiter.dockerfile.Finding;
import dev.landwaiter.dockerfile.Level;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// Whether a file became better.
///
/// Places move when a file is changed, so findings are counted by their ids.
final class Verdict {
  private final Map<String, Integer> before;
  private final Map<String, Integer> after;
  private final List<Finding> lasting;

  /// @param mendable findings that the next round may mend, so that they are no harm
  Verdict(List<Finding> before, List<Finding> after, Predicate<Finding> mendable) {
    this.before = counts(before);
    this.after = counts(after);
    this.lasting = after.stream().filter(mendable.negate()).toList();
  }

  /// Whether the findings of these fixes are gone, and none came that is worse than them or an
  /// error.
  boolean better(List<Finding> fixed) {
    Map<String, Integer> gone = counts(fixed);
    for (Map.Entry<String, Integer> each : gone.entrySet()) {
      if (count(after, each.getKey()) > count(before, each.getKey()) - each.getValue()) {
        return false;
      }
    }
    Set<String> come = new HashSet<>(after.keySet());
    come.removeIf(each -> count(after, each) <= count(before, each));
    return come.isEmpty() || come.stream().allMatch(each -> harmless(each, fixed));
  }

  private boolean harmless(String id, List<Finding> fixed) {
    Level worst = worst(lasting, id);
    return worst != Level.ERROR && fixed.stream().allMatch(each -> each.level().atLeast(worst));
  }

  private static Level worst(List<Finding> findings, String id) {
    return findings.stream()
        .filter(each -> each.id().equals(id))
        .map(Finding::level)
        .min(Level::compareTo)
        .orElse(Level.IGNORE);
  }

  private static int count(Map<String, Integer> counts, String id) {
    return counts.getOrDefault(id, 0);
  }

  private static Map<String, Integer> counts(List<Finding> findings) {
    Map<String, Integer> counts = new HashMap<>();
    findings.forEach(each -> counts.merge(each.id(), 1, Integer::sum));
    return counts;
  }
}
