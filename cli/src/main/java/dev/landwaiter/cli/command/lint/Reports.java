package dev.landwaiter.cli.command.lint;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.command.OutputFile;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.world.World;
import dev.landwaiter.dockerfile.output.Linted;
import dev.landwaiter.dockerfile.output.ReportFormat;
import dev.landwaiter.dockerfile.output.ReportOptions;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The reports of a run: formats and outputs are paired in order; where one is missing it is the
/// standard format or standard output. Nothing is written twice to one place: a form that both the
/// configuration and the command line ask for would be two documents that nobody can read.
record Reports(Invocation invocation, List<Report> reports) {
  /// @param output name of the file, or empty for standard output
  private record Report(ReportFormat format, String output) {}

  /// Finds a format by its name.
  @FunctionalInterface
  interface Named {
    ReportFormat format(String name) throws UsageException;
  }

  /// @param standard name of the format where none is given
  static Reports of(
      Invocation invocation,
      List<String> formats,
      List<String> outputs,
      String standard,
      Named named)
      throws UsageException {
    List<Report> reports = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < Math.max(1, Math.max(formats.size(), outputs.size())); i++) {
      String format = i < formats.size() ? formats.get(i) : standard;
      String output = i < outputs.size() ? outputs.get(i) : "";
      if (seen.add(format + " " + output)) {
        reports.add(new Report(named.format(format), output));
      }
    }
    return new Reports(invocation, reports);
  }

  /// The names of all formats that are written.
  List<String> formats() {
    return reports.stream().map(each -> each.format().id()).toList();
  }

  /// Those that do not go to standard output.
  Reports toFiles() {
    return new Reports(
        invocation, reports.stream().filter(each -> !each.output().isEmpty()).toList());
  }

  /// Whether nothing but what people read is written to standard output.
  boolean human() {
    return reports.stream()
        .allMatch(each -> !each.output().isEmpty() || each.format().id().equals("native"));
  }

  /// Writes all reports.
  ///
  /// @param options whose colours and width count for reports on a terminal alone
  void write(List<Linted> files, ReportOptions options) throws IOException {
    for (Report report : reports) {
      if (report.output().isEmpty()) {
        var out = new BufferedOutputStream(invocation.world().stdout(), 1 << 16);
        report.format().write(files, options, out);
        out.flush();
      } else {
        ReportOptions plain = options.withoutTerminal();
        new OutputFile(invocation.world(), report.output())
            .write(out -> report.format().write(files, plain, out));
      }
    }
  }

  /// Whether standard output shows colours: a terminal, unless they are not wanted; anything where
  /// they are forced.
  static boolean colours(World world, boolean unwanted) {
    Map<String, String> environment = world.environment();
    if (unwanted || environment.containsKey("NO_COLOR")) {
      return false;
    }
    return world.terminal().stdout()
        || forced(environment, "FORCE_COLOR")
        || forced(environment, "CLICOLOR_FORCE");
  }

  private static boolean forced(Map<String, String> environment, String variable) {
    String value = environment.getOrDefault(variable, "");
    return !value.isEmpty() && !value.equals("0") && !value.equals("false");
  }
}
