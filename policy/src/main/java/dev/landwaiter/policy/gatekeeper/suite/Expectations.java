package dev.landwaiter.policy.gatekeeper.suite;

import dev.landwaiter.rego.builtin.BuiltinException;
import dev.landwaiter.rego.builtin.pattern.NamePattern;
import dev.landwaiter.rego.syntax.ValueText;
import java.util.List;
import java.util.Optional;

/// Holds what a case expects against the messages there are.
final class Expectations {
  private Expectations() {}

  /// Checks the assertions in their order.
  ///
  /// @throws SuiteException of the first one that does not hold
  static void check(List<Suite.Assertion> assertions, List<String> messages) throws SuiteException {
    for (Suite.Assertion assertion : assertions) {
      String wrong = wrong(assertion, matching(assertion, messages));
      if (!wrong.isEmpty()) {
        throw new SuiteException(wrong + ": got messages [" + String.join(" ", messages) + "]");
      }
    }
  }

  private static int matching(Suite.Assertion assertion, List<String> messages)
      throws SuiteException {
    if (assertion.message().isEmpty()) {
      return messages.size();
    }
    try {
      var pattern = NamePattern.of(assertion.message().get());
      return (int) messages.stream().filter(pattern::finds).count();
    } catch (BuiltinException e) {
      throw new SuiteException("message contains invalid regular expression: " + e.getMessage());
    }
  }

  private static String wrong(Suite.Assertion assertion, int matching) {
    Optional<String> wanted =
        switch (assertion.count()) {
          case Suite.Count.Exactly(int number) when number >= 0 ->
              matching == number ? Optional.empty() : Optional.of("exactly " + number);
          case Suite.Count.Word(String word) when word.equals("yes") ->
              matching > 0 ? Optional.empty() : Optional.of("at least 1");
          case Suite.Count.Word(String word) when word.equals("no") ->
              matching == 0 ? Optional.empty() : Optional.of("none");
          case Suite.Count.Exactly _, Suite.Count.Word _ -> Optional.of("");
        };
    if (wanted.isEmpty()) {
      return "";
    }
    if (wanted.get().isEmpty()) {
      return "invalid yaml: assertion.violation, if set, must be a nonnegative integer, \"yes\", or"
          + " \"no\"";
    }
    String containing =
        assertion.message().map(text -> " containing " + ValueText.quoted(text)).orElse("");
    return "unexpected number of violations: got %d violations%s but want %s"
        .formatted(matching, containing, wanted.get());
  }
}
