package dev.landwaiter.cli.command.scan;

import dev.landwaiter.base.finding.Report;
import dev.landwaiter.base.finding.Severity;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.command.OutputFile;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flag.Values;
import dev.landwaiter.cli.flags.ReportFlags;
import dev.landwaiter.cli.world.Version;
import dev.landwaiter.report.ReportFormat;
import dev.landwaiter.report.ReportOptions;
import dev.landwaiter.report.run.Formats;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Writes the report where and how the flags say. A file appears whole or not at all.
final class ReportWriter {
  private final ReportFormat format;
  private final ReportOptions options;
  private final Invocation invocation;
  private final String output;

  ReportWriter(Invocation invocation, Set<Severity> severities) throws UsageException {
    this.invocation = invocation;
    Values values = invocation.values();
    String id = values.text(ReportFlags.FORMAT);
    this.format =
        Formats.named(id)
            .orElseThrow(() ->
                new UsageException(
                    "the format %s is not built yet; built are %s"
                        .formatted(
                            id,
                            String.join(
                                ", ", Formats.all().stream().map(ReportFormat::id).toList()))));
    if (values.isSet(ReportFlags.TABLE_MODE) && !id.equals("table")) {
      throw new UsageException("\"--table-mode\" can be used only with \"--format table\"");
    }
    if (values.flag(ReportFlags.DEPENDENCY_TREE) && !id.equals("table")) {
      invocation.log().warn("--dependency-tree draws in the table only");
    }
    this.output = values.text(ReportFlags.OUTPUT);
    boolean terminal = invocation.world().terminal().stdout() && output.isEmpty();
    List<String> modes = values.texts(ReportFlags.TABLE_MODE);
    this.options =
        new ReportOptions(
            Version.inReports(),
            values.flag(ReportFlags.LIST_ALL),
            values.flag(ReportFlags.SHOW_SUPPRESSED),
            severities,
            new ReportOptions.Tables(
                modes.contains("summary"),
                modes.contains("detailed"),
                invocation.dialect().strict(),
                values.flag(ReportFlags.DEPENDENCY_TREE),
                terminal,
                terminal ? invocation.world().terminal().width() : 0),
            submission(invocation));
  }

  /// What GitHub tells the runs of its workflows.
  private static ReportOptions.Submission submission(Invocation invocation) {
    Map<String, String> environment = invocation.world().environment();
    return new ReportOptions.Submission(
        environment.getOrDefault("GITHUB_REF", ""),
        environment.getOrDefault("GITHUB_SHA", ""),
        environment.getOrDefault("GITHUB_WORKFLOW", ""),
        environment.getOrDefault("GITHUB_JOB", ""),
        environment.getOrDefault("GITHUB_RUN_ID", ""),
        invocation.dialect().strict());
  }

  void write(Report report) throws IOException {
    if (output.isEmpty()) {
      var out = new BufferedOutputStream(invocation.world().stdout(), 1 << 16);
      format.write(report, options, out);
      out.flush();
      return;
    }
    new OutputFile(invocation.world(), output).write(out -> format.write(report, options, out));
  }
}
