package dev.landwaiter.policy.conftest;

import java.util.List;

/// What the rules of one namespace say of one file.
///
/// @param file the name it is reported under; `-` for standard input
/// @param namespace the package without `data.`; empty for tests of policies
/// @param successes how many rules had nothing to say
/// @param skipped tests that are not to be run yet
/// @param exceptions rules that the policy excepts this file from
/// @param queries those that were asked, in their order
public record CheckResult(
    String file,
    String namespace,
    int successes,
    List<Message> skipped,
    List<Message> warnings,
    List<Message> failures,
    List<Message> exceptions,
    List<Query> queries) {
  public CheckResult {
    skipped = List.copyOf(skipped);
    warnings = List.copyOf(warnings);
    failures = List.copyOf(failures);
    exceptions = List.copyOf(exceptions);
    queries = List.copyOf(queries);
  }

  /// All that was counted, skipped tests included.
  public int total() {
    return successes + warnings.size() + failures.size() + exceptions.size() + skipped.size();
  }

  /// The same result with other warnings, failures and exceptions.
  public CheckResult with(
      List<Message> otherWarnings, List<Message> otherFailures, List<Message> otherExceptions) {
    return new CheckResult(
        file,
        namespace,
        successes,
        skipped,
        otherWarnings,
        otherFailures,
        otherExceptions,
        queries);
  }
}
