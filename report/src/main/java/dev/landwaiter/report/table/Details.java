package dev.landwaiter.report.table;

import dev.landwaiter.base.finding.Result;
import dev.landwaiter.base.finding.ResultClass;
import dev.landwaiter.base.finding.Severity;
import dev.landwaiter.base.finding.Suppressed;
import dev.landwaiter.base.finding.Vulnerability;
import dev.landwaiter.base.text.Plain;
import dev.landwaiter.report.ReportOptions;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The findings of one target, one row each.
final class Details {
  private static final int LIMIT = 60;
  private static final int TITLE_WORDS = 12;

  private Details() {}

  static void write(Result result, ReportOptions options, Paint paint, StringBuilder out) {
    if (!result.vulnerabilities().isEmpty()) {
      vulnerabilities(result, options, paint, out);
    }
    if (options.showSuppressed() && !result.suppressed().isEmpty()) {
      suppressed(result, options, paint, out);
    }
  }

  private static void heading(String title, Paint paint, StringBuilder out) {
    String plain = Plain.lines(title);
    out.append('\n').append(paint.title(plain)).append('\n');
    int bytes = plain.getBytes(StandardCharsets.UTF_8).length;
    out.append(paint.terminal() ? "" : "=".repeat(bytes)).append('\n');
  }

  private static String title(Result result) {
    return result.resultClass() == ResultClass.LANGUAGE_PACKAGES
        ? result.target() + " (" + result.type() + ")"
        : result.target();
  }

  private static void vulnerabilities(
      Result result, ReportOptions options, Paint paint, StringBuilder out) {
    heading(title(result), paint, out);
    out.append(total(result.vulnerabilities(), options)).append("\n\n");
    var grid =
        new Grid(
            List.of(
                new Grid.Column("Library", Grid.Align.LEFT),
                new Grid.Column("Vulnerability", Grid.Align.LEFT),
                new Grid.Column("Severity", Grid.Align.LEFT, paint::severity),
                new Grid.Column("Status", Grid.Align.LEFT),
                new Grid.Column("Installed Version", Grid.Align.LEFT),
                new Grid.Column("Fixed Version", Grid.Align.LEFT),
                new Grid.Column("Title", Grid.Align.LEFT)),
            LIMIT,
            true);
    for (Vulnerability finding : result.vulnerabilities()) {
      grid.add(
          List.of(
              library(finding),
              finding.id(),
              finding.severity().name(),
              finding.status().word(),
              finding.installedVersion(),
              finding.fixedVersion(),
              title(finding)));
    }
    grid.draw(options.tables().width(), out);
  }

  private static String total(List<Vulnerability> findings, ReportOptions options) {
    List<String> parts = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      if (options.severities().contains(severity)) {
        long count = findings.stream().filter(f -> f.severity() == severity).count();
        parts.add(severity.name() + ": " + count);
      }
    }
    return "Total: " + findings.size() + " (" + String.join(", ", parts) + ")";
  }

  private static String library(Vulnerability finding) {
    String name = finding.pkg().name();
    return finding.pkg().filePath().isEmpty()
        ? name
        : name + " (" + Aggregates.fileName(finding.pkg()) + ")";
  }

  /// The title, from twelve words on cut to twelve, and below it the address.
  private static String title(Vulnerability finding) {
    String title = finding.detail().title();
    if (title.isEmpty()) {
      title = finding.detail().description();
    }
    String[] words = title.split(" ", -1);
    if (words.length >= TITLE_WORDS) {
      title = String.join(" ", Arrays.copyOf(words, TITLE_WORDS)) + "...";
    }
    if (finding.primaryUrl().isEmpty()) {
      return title;
    }
    return title.isEmpty() ? finding.primaryUrl() : title + "\n" + finding.primaryUrl();
  }

  private static void suppressed(
      Result result, ReportOptions options, Paint paint, StringBuilder out) {
    heading("Suppressed Vulnerabilities (Total: " + result.suppressed().size() + ")", paint, out);
    var grid =
        new Grid(
            List.of(
                new Grid.Column("Library", Grid.Align.LEFT),
                new Grid.Column("Vulnerability", Grid.Align.LEFT),
                new Grid.Column("Severity", Grid.Align.LEFT, paint::severity),
                new Grid.Column("Status", Grid.Align.LEFT),
                new Grid.Column("Statement", Grid.Align.LEFT),
                new Grid.Column("Source", Grid.Align.LEFT)),
            LIMIT,
            true);
    for (Suppressed each : result.suppressed()) {
      grid.add(
          List.of(
              each.finding().pkg().name(),
              each.finding().id(),
              each.finding().severity().name(),
              each.status(),
              each.statement().isEmpty() ? "N/A" : each.statement(),
              each.source()));
    }
    grid.draw(options.tables().width(), out);
  }
}
