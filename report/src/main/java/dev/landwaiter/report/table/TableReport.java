package dev.landwaiter.report.table;

import dev.landwaiter.base.finding.Report;
import dev.landwaiter.base.finding.Result;
import dev.landwaiter.report.ReportFormat;
import dev.landwaiter.report.ReportOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// The tables people know from Trivy: a summary of all targets, then one for each with findings.
public final class TableReport implements ReportFormat {
  @Override
  public String id() {
    return "table";
  }

  @Override
  public void write(Report report, ReportOptions options, OutputStream out) throws IOException {
    var paint = new Paint(options.tables().terminal());
    var text = new StringBuilder();
    if (options.tables().summary()) {
      Summary.write(report, options, paint, text);
    }
    if (options.tables().details()) {
      for (Result result : report.results()) {
        Details.write(result, options, paint, text);
        if (options.tables().dependencyTree()) {
          DependencyTree.write(result, options, text);
        }
      }
    }
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
