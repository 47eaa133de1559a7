package dev.landwaiter.policy.gatekeeper.cel.check;

import dev.cel.common.CelIssue;
import dev.cel.common.CelSource;
import dev.cel.common.CelValidationResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Errors of the library in the words of cel-go, so that a message is the same in the cluster.
final class ErrorTexts {
  private static final int MOST_ERRORS = 100;
  private static final int LONGEST = 64 << 10;
  private static final String CANDIDATES = " (candidates: ";
  private static final String TOO_DEEP = "Expression recursion limit exceeded";
  private static final List<String> SYNTAX =
      List.of(
          "no viable alternative at ",
          "mismatched input ",
          "extraneous input ",
          "missing ",
          "token recognition error at: ");

  private ErrorTexts() {}

  static String of(CelValidationResult result) {
    return of(result.getErrors(), result.getSource());
  }

  static String of(List<CelIssue> issues, CelSource source) {
    List<CelIssue> all = new ArrayList<>();
    for (CelIssue issue : issues) {
      if (issue.getMessage().startsWith(TOO_DEEP)) {
        return "ERROR: <input>:-1:0: expression recursion limit exceeded: 250";
      }
      all.add(CelIssue.formatError(issue.getSourceLocation(), reword(issue.getMessage())));
    }
    all.sort(
        Comparator.comparingInt((CelIssue issue) -> issue.getSourceLocation().getLine())
            .thenComparingInt(issue -> issue.getSourceLocation().getColumn()));
    int more = all.size() - MOST_ERRORS;
    String text = CelIssue.toDisplayString(more > 0 ? all.subList(0, MOST_ERRORS) : all, source);
    String whole = more > 0 ? text + "\n" + more + " more errors were truncated" : text;
    return whole.length() <= LONGEST
        ? whole
        : whole.substring(0, LONGEST) + "\n(this error is longer than is shown)";
  }

  private static String reword(String message) {
    for (String start : SYNTAX) {
      if (message.startsWith(start)) {
        return "Syntax error: " + message;
      }
    }
    int candidates = message.indexOf(CANDIDATES);
    String short_ = candidates < 0 ? message : message.substring(0, candidates);
    return short_
        .replace("The argument must be a simple name", "argument must be a simple name")
        .replace("google.protobuf.Timestamp", "timestamp")
        .replace("google.protobuf.Duration", "duration");
  }
}
