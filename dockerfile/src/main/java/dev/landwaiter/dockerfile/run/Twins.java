package dev.landwaiter.dockerfile.run;

import dev.landwaiter.dockerfile.Finding;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.syntax.Trouble;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Leaves one finding where the classic linter and the builder both know a mistake.
///
/// The classic rule's stays, since configurations and comments mostly name that one; it has the
/// builder's name as another name. What only one of the two finds is reported under its name.
final class Twins {
  /// Checks of the builder that find nothing but what classic rules find, though perhaps at another
  /// instruction.
  private static final Set<String> COVERED =
      Set.of("MaintainerDeprecated", "MultipleInstructionsDisallowed");

  private Twins() {}

  /// Whether a check of the builder has anything of its own to say.
  static boolean needed(Rule rule) {
    return !COVERED.contains(rule.info().id());
  }

  /// Without the builder's findings that a classic one tells as well: in the same instruction, and
  /// where both name a piece of it, of the same piece. An image that no build accepts needs no
  /// finding about defaults either.
  static List<Finding> merged(List<Finding> findings, List<Trouble> troubles) {
    Map<String, List<Finding>> classic = new HashMap<>();
    for (Finding each : findings) {
      if (!each.aliases().isEmpty() && each.id().startsWith("DL")) {
        classic.computeIfAbsent(key(each.line(), each.id()), i -> new ArrayList<>(1)).add(each);
      }
    }
    List<Finding> merged = new ArrayList<>(findings.size());
    for (Finding each : findings) {
      boolean refused = each.id().equals("InvalidDefaultArgInFrom") && told(each, troubles);
      if (!refused && (each.id().startsWith("DL") || !told(each, classic))) {
        merged.add(each);
      }
    }
    return merged;
  }

  private static boolean told(Finding finding, List<Trouble> troubles) {
    return troubles.stream().anyMatch(each -> each.line() == finding.line());
  }

  private static boolean told(Finding finding, Map<String, List<Finding>> classic) {
    for (String alias : finding.aliases()) {
      for (Finding other : classic.getOrDefault(key(finding.line(), alias), List.of())) {
        if (!other.id().equals("DL3064") || other.span().start().equals(finding.span().start())) {
          return true;
        }
      }
    }
    return false;
  }

  private static String key(int line, String id) {
    return line + " " + id;
  }
}
