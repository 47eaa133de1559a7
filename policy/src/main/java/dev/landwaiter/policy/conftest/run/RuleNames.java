package dev.landwaiter.policy.conftest.run;

import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.syntax.Head;
import dev.landwaiter.rego.syntax.Scalar;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.Variable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Which rules are asked, by their names (reference: 3).
final class RuleNames {
  private static final List<String> FAILURES = List.of("deny", "violation");
  private static final String WARNING = "warn";

  private RuleNames() {}

  /// Whether a rule of this name tells of failures: `deny`, `violation`, and both with suffixes.
  static boolean isFailure(String name) {
    return FAILURES.stream().anyMatch(word -> is(name, word));
  }

  /// Whether a rule of this name warns.
  static boolean isWarning(String name) {
    return is(name, WARNING);
  }

  /// A word, or it with suffixes of letters and digits, each behind an underscore.
  private static boolean is(String name, String word) {
    if (!name.startsWith(word)) {
      return false;
    }
    boolean afterUnderscore = false;
    for (int i = word.length(); i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letter = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
      boolean fits = c == '_' ? !afterUnderscore : letter && (i > word.length() || afterUnderscore);
      if (!fits) {
        return false;
      }
      afterUnderscore = c == '_';
    }
    return !afterUnderscore;
  }

  /// Whether somebody may have meant a rule of this name to be asked, which it is not.
  static boolean resembles(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (isFailure(name) || isWarning(name)) {
      return false;
    }
    for (String word : List.of("deny", "violation", "warn", "denies", "denied", "fail", "block")) {
      if (lower.equals(word) || lower.equals(word + "s") || lower.equals(word + "_")) {
        return true;
      }
    }
    return lower.startsWith("deny")
        || lower.startsWith("violation")
        || lower.startsWith("warning")
        || lower.startsWith("warn_");
  }

  /// What exceptions call a rule: its name without the first words.
  static String suffix(String name) {
    String rest = name;
    for (String word : List.of("violation", "deny", "warn")) {
      if (rest.startsWith(word + "_")) {
        rest = rest.substring(word.length() + 1);
      } else if (rest.equals(word)) {
        rest = "";
      }
    }
    return rest;
  }

  /// The name of a rule that can be asked as a whole; none for one that defines parts below.
  static Optional<String> of(Head head) {
    List<Term> parts = head.ref().parts();
    boolean gathered = parts.size() == 1 || (parts.size() == 2 && parts.get(1) instanceof Variable);
    return gathered && parts.getFirst() instanceof Variable name
        ? Optional.of(name.name())
        : Optional.empty();
  }

  /// Whether a head such as `deny[msg] if` makes an object of `true` where a set was meant.
  static boolean losesMessages(Head head) {
    List<Term> parts = head.ref().parts();
    return parts.size() > 1
        && head.key().isEmpty()
        && parts.getFirst() instanceof Variable(String name, var _)
        && (isFailure(name) || isWarning(name))
        && head.value().filter(RuleNames::isTrue).isPresent();
  }

  private static boolean isTrue(Term term) {
    return term instanceof Scalar(Value value, var _) && value.equals(Value.of(true));
  }
}
