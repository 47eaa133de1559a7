package dev.landwaiter.report.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.report.ReportOptions;
import dev.landwaiter.report.testing.SampleReport;
import dev.landwaiter.testing.Golden;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class GithubSnapshotTest {
  private static final ReportOptions PLAIN =
      SampleReport.options(false, ReportOptions.Tables.PLAIN);

  private static String written(ReportOptions.Submission submission) throws IOException {
    return SampleReport.written(
        new GithubSnapshot(),
        new ReportOptions(
            PLAIN.version(), false, false, PLAIN.severities(), PLAIN.tables(), submission));
  }

  @Test
  void aRunOfAWorkflow() throws IOException {
    Golden.check(
        "github/workflow.json",
        written(
            new ReportOptions.Submission(
                "refs/heads/main", "0123abcd", "scan", "nightly", "17", true)));
  }

  @Test
  void outsideOfWorkflowsNothingIsMadeUp() throws IOException {
    assertThat(written(ReportOptions.Submission.NONE))
        .contains("\"correlator\": \"_\"")
        .doesNotContain("\"ref\"", "\"sha\"", "\"id\"", "\"metadata\": {}")
        .doesNotEndWith("\n");
  }

  @Test
  void asTheOriginalOnlyOneVersionOfAName() throws IOException {
    assertThat(written(new ReportOptions.Submission("", "", "", "", "", false)))
        .contains("\"zip\": {")
        .doesNotContain("zip@");
  }
}
