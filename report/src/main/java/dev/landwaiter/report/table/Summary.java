package dev.landwaiter.report.table;

import dev.landwaiter.base.finding.Package;
import dev.landwaiter.base.finding.Report;
import dev.landwaiter.base.finding.Result;
import dev.landwaiter.base.finding.ResultClass;
import dev.landwaiter.base.finding.Vulnerability;
import dev.landwaiter.report.ReportOptions;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// The first table: how many findings each target has. Types that one result holds together are
/// told by file, the files without findings included.
final class Summary {
  private static final int LIMIT = 80;

  private Summary() {}

  static void write(Report report, ReportOptions options, Paint paint, StringBuilder out) {
    out.append('\n').append(paint.title("Report Summary")).append("\n\n");
    var grid =
        new Grid(
            List.of(
                new Grid.Column("Target", Grid.Align.LEFT),
                new Grid.Column("Type", Grid.Align.CENTRE),
                new Grid.Column(
                    "Vulnerabilities",
                    Grid.Align.CENTRE,
                    count -> count.equals("0") || count.equals("-") ? count : paint.alarm(count))),
            LIMIT,
            false);
    SortedMap<String, Integer> unjudged = new TreeMap<>();
    for (Result result : report.results()) {
      boolean language = result.resultClass() == ResultClass.LANGUAGE_PACKAGES;
      if (options.tables().collapse() && language && !result.judged()) {
        unjudged.merge(result.type(), result.packages().size(), Integer::sum);
      } else {
        add(result, grid);
      }
    }
    unjudged.forEach(
        (type, count) -> grid.add(List.of("not judged, packages: " + count, type, "-")));
    if (grid.isEmpty()) {
      grid.add(List.of("-", "-", "-"));
    }
    grid.draw(options.tables().width(), out);
    out.append("Legend:\n- '-': Not scanned\n- '0': Clean (no security findings detected)\n\n");
  }

  private static void add(Result result, Grid grid) {
    boolean unjudged = !result.judged();
    if (!Aggregates.split(result)) {
      String count = Integer.toString(result.vulnerabilities().size());
      grid.add(List.of(result.target(), result.type(), unjudged ? "-" : count));
      return;
    }
    SortedMap<String, Integer> byFile = new TreeMap<>();
    for (Package pkg : result.packages()) {
      byFile.putIfAbsent(Aggregates.file(pkg), 0);
    }
    for (Vulnerability finding : result.vulnerabilities()) {
      byFile.merge(Aggregates.file(finding.pkg()), 1, Integer::sum);
    }
    byFile.forEach((file, count) ->
        grid.add(List.of(file, result.type(), unjudged ? "-" : Integer.toString(count))));
  }
}
