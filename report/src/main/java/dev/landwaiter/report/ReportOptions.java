package dev.landwaiter.report;

import dev.landwaiter.base.finding.Severity;
import java.util.Set;

/// What a user chose for the report.
///
/// @param version what the report says of the program that made it
/// @param listPackages whether every package is listed, not only findings
/// @param showSuppressed whether findings hidden by waivers are shown too
/// @param severities that were asked for, for the totals
public record ReportOptions(
    String version,
    boolean listPackages,
    boolean showSuppressed,
    Set<Severity> severities,
    Tables tables,
    Submission submission) {

  /// What a dependency snapshot says of the run in continuous integration that made it; every text
  /// may be empty.
  ///
  /// @param ref the Git reference, such as `refs/heads/main`
  /// @param sha the commit
  /// @param everyVersion whether packages of one name and several versions are all told
  public record Submission(
      String ref, String sha, String workflow, String job, String runId, boolean everyVersion) {
    public static final Submission NONE = new Submission("", "", "", "", "", true);
  }

  /// What a user chose for tables.
  ///
  /// @param collapse whether packages that nobody judged are told by kind and not by file
  /// @param dependencyTree whether the origins of vulnerable packages are drawn
  /// @param terminal whether the table goes to a terminal, and may be coloured
  /// @param width columns of the terminal, or 0 when there is none
  public record Tables(
      boolean summary,
      boolean details,
      boolean collapse,
      boolean dependencyTree,
      boolean terminal,
      int width) {
    public static final Tables PLAIN = new Tables(true, true, false, false, false, 0);
  }
}
