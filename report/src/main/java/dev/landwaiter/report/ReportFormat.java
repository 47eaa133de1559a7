package dev.landwaiter.report;

import dev.landwaiter.base.finding.Report;
import java.io.IOException;
import java.io.OutputStream;

/// One way to write a report down.
public interface ReportFormat {
  /// The word a user chooses it by.
  String id();

  /// Writes the report; the stream is flushed, not closed.
  void write(Report report, ReportOptions options, OutputStream out) throws IOException;
}
