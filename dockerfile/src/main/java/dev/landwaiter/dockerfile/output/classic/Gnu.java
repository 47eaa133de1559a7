package dev.landwaiter.dockerfile.output.classic;

import dev.landwaiter.base.text.Plain;
import dev.landwaiter.dockerfile.output.Linted;
import dev.landwaiter.dockerfile.output.ReportFormat;
import dev.landwaiter.dockerfile.output.ReportOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// One line for each finding in the form of GNU programs, which editors understand (GNU Coding
/// Standards, "Formatting Error Messages").
public final class Gnu implements ReportFormat {
  @Override
  public String id() {
    return "gnu";
  }

  @Override
  public void write(List<Linted> files, ReportOptions options, OutputStream out)
      throws IOException {
    var text = new StringBuilder();
    for (Entry entry : Entries.of(files, options)) {
      text.append(options.classic() ? "hadolint:" : "landwaiter:");
      text.append(Plain.lines(entry.file())).append(':').append(entry.line()).append(':');
      if (entry.unreadable()) {
        text.append(entry.start().column()).append(": ").append(entry.oneLine()).append(" \n");
      } else {
        if (!options.classic()) {
          text.append(entry.start().column()).append(':');
        }
        text.append(' ').append(entry.finding().id()).append(' ');
        text.append(entry.finding().level().id()).append(": ");
        text.append(entry.oneLine()).append('\n');
      }
    }
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
  }
}
