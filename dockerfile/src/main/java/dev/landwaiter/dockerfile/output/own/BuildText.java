package dev.landwaiter.dockerfile.output.own;

import dev.landwaiter.base.text.Plain;
import dev.landwaiter.dockerfile.output.Linted;
import dev.landwaiter.dockerfile.output.ReportFormat;
import dev.landwaiter.dockerfile.output.ReportOptions;
import dev.landwaiter.dockerfile.output.Source;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The builder's lint result as it shows it to people.
public final class BuildText implements ReportFormat {
  private static final String RULE = "-".repeat(20);
  private static final int AROUND = 2;

  @Override
  public String id() {
    return "buildkit";
  }

  @Override
  public void write(List<Linted> files, ReportOptions options, OutputStream out)
      throws IOException {
    BuildWarnings report = BuildWarnings.of(files);
    var text = new StringBuilder();
    for (BuildWarnings.Warning warning : report.warnings()) {
      text.append("\nWARNING: ").append(warning.rule()).append(" - ").append(warning.url());
      excerpt(warning, options, text);
    }
    for (BuildWarnings.Warning failure : report.failures()) {
      text.append("\nERROR: the file cannot be read");
      excerpt(failure, options, text);
    }
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static void excerpt(
      BuildWarnings.Warning warning, ReportOptions options, StringBuilder text) {
    Source source = warning.linted().source();
    text.append('\n').append(Plain.lines(warning.finding().message())).append('\n');
    text.append(Plain.lines(options.shown(warning.linted())));
    text.append(':').append(warning.first()).append('\n').append(RULE).append('\n');
    int from = Math.max(1, warning.first() - AROUND);
    int to = Math.min(source.lines(), warning.last() + AROUND);
    for (int line = from; line <= to; line++) {
      boolean meant = line >= warning.first() && line <= warning.last();
      text.append(" %3d | %s ".formatted(line, meant ? ">>>" : "   "));
      text.append(Plain.lines(source.line(line))).append('\n');
    }
    text.append(RULE).append('\n');
  }
}
