package dev.landwaiter.report.run;

import dev.landwaiter.report.ReportFormat;
import dev.landwaiter.report.cosign.CosignVulnerabilities;
import dev.landwaiter.report.github.GithubSnapshot;
import dev.landwaiter.report.json.JsonReport;
import dev.landwaiter.report.table.TableReport;
import java.util.List;
import java.util.Optional;

/// Every report format, one line each.
public final class Formats {
  private static final List<ReportFormat> ALL =
      List.of(
          new TableReport(), new JsonReport(), new GithubSnapshot(), new CosignVulnerabilities());

  private Formats() {}

  public static List<ReportFormat> all() {
    return ALL;
  }

  public static Optional<ReportFormat> named(String id) {
    return ALL.stream().filter(format -> format.id().equals(id)).findFirst();
  }
}
