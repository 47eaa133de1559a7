package dev.landwaiter.dockerfile.run;

import dev.landwaiter.base.text.Span;
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

  /// A variable is used in the instruction that sets it.
  private static final String EARLY_USE = "DL3044";

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
      boolean twin = !each.aliases().isEmpty() || each.id().equals(EARLY_USE);
      if (twin && each.id().startsWith("DL")) {
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
    List<String> others =
        finding.id().equals("UndefinedVar") ? List.of(EARLY_USE) : finding.aliases();
    for (String id : others) {
      for (Finding other : classic.getOrDefault(key(finding.line(), id), List.of())) {
        boolean anywhere = !id.equals("DL3064") && !id.equals(EARLY_USE);
        if (anywhere || touch(finding.span(), other.span())) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean touch(Span some, Span other) {
    return some.start().compareTo(other.end()) < 0 && other.start().compareTo(some.end()) < 0;
  }

  private static String key(int line, String id) {
    return line + " " + id;
  }
}
