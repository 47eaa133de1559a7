package dev.landwaiter.policy.conftest.output;

import dev.landwaiter.policy.conftest.RuleAbout;
import java.util.Map;

/// What is shown of results besides their form.
///
/// @param colours whether words are coloured
/// @param exceptions whether lines of text tell of exceptions
/// @param passed whether GitHub's form tells of files in which all passed
/// @param messages whether names of JUnit's cases hold the message
/// @param skipped whether the numbers tell of skipped tests
/// @param placed whether the places of causes are shown, which the original does not know
/// @param version of the program, where a form names it
/// @param about what policies say of their rules, by the queries for them
public record ReportOptions(
    boolean colours,
    boolean exceptions,
    boolean passed,
    boolean messages,
    boolean skipped,
    boolean placed,
    String version,
    Map<String, RuleAbout> about) {
  public ReportOptions {
    about = Map.copyOf(about);
  }
}
