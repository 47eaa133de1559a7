package dev.landwaiter.policy.gatekeeper.suite;

import dev.landwaiter.rego.builtin.BuiltinException;
import dev.landwaiter.rego.builtin.pattern.NamePattern;
import java.util.Optional;

/// Which tests and cases are run: `REGEX` chooses both by their names, `TEST//CASE` each by its
/// own; either side may be empty.
public final class RunFilter {
  private static final String SEPARATOR = "//";

  private final Optional<NamePattern> tests;
  private final Optional<NamePattern> cases;
  private final boolean either;

  private RunFilter(Optional<NamePattern> tests, Optional<NamePattern> cases, boolean either) {
    this.tests = tests;
    this.cases = cases;
    this.either = either;
  }

  /// Reads a filter; the empty text lets everything through.
  ///
  /// @throws SuiteException when an expression is none, or there are more than two
  public static RunFilter of(String text) throws SuiteException {
    int at = text.indexOf(SEPARATOR);
    if (at < 0) {
      Optional<NamePattern> pattern = pattern(text);
      return new RunFilter(pattern, pattern, true);
    }
    String cases = text.substring(at + SEPARATOR.length());
    if (cases.contains(SEPARATOR)) {
      throw new SuiteException("a filter has at most one \"//\"");
    }
    return new RunFilter(pattern(text.substring(0, at)), pattern(cases), false);
  }

  private static Optional<NamePattern> pattern(String text) throws SuiteException {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(NamePattern.of(text));
    } catch (BuiltinException e) {
      throw new SuiteException("the filter is no regular expression: " + e.getMessage());
    }
  }

  boolean takes(Suite.Test test) {
    return fits(tests, test.name())
        || (either && test.cases().stream().anyMatch(one -> fits(cases, one.name())));
  }

  boolean takes(Suite.Test test, Suite.Case one) {
    return fits(cases, one.name()) || (either && fits(tests, test.name()));
  }

  private static boolean fits(Optional<NamePattern> pattern, String name) {
    return pattern.isEmpty() || pattern.get().finds(name);
  }
}
