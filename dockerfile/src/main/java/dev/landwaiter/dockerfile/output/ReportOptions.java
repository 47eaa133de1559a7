package dev.landwaiter.dockerfile.output;

import dev.landwaiter.dockerfile.RuleInfo;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/// How a report is written.
///
/// @param path instead of the files' names, in the forms that heed it
/// @param classic whether findings stand at column 1, as hadolint has them, and reports bear its
///   name
/// @param colours whether the report goes to a terminal that shows them
/// @param width of the terminal in columns, or 0 when unknown
/// @param hidden whether hidden findings are told where the form has a place for them
/// @param version of this program
/// @param hadolint the version of hadolint that the classic forms name
/// @param now when the report is made
/// @param rules what is known of a rule, by its id
public record ReportOptions(
    Optional<String> path,
    boolean classic,
    boolean colours,
    int width,
    boolean hidden,
    String version,
    String hadolint,
    Instant now,
    Function<String, Optional<RuleInfo>> rules) {
  /// The name of a file in the forms that heed another path.
  public String shown(Linted linted) {
    return path.orElse(linted.name());
  }

  /// The same for a report that goes to a file.
  public ReportOptions withoutTerminal() {
    return new ReportOptions(path, classic, false, 0, hidden, version, hadolint, now, rules);
  }
}
