package dev.landwaiter.dockerfile.output;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/// One form of report.
public interface ReportFormat {
  /// As users ask for it.
  String id();

  /// Writes the report on all files, in UTF-8; the stream is neither flushed nor closed.
  void write(List<Linted> files, ReportOptions options, OutputStream out) throws IOException;
}
