package dev.landwaiter.report.cosign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.format.Json;
import dev.landwaiter.report.ReportOptions;
import dev.landwaiter.report.json.JsonReport;
import dev.landwaiter.report.testing.SampleReport;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CosignVulnerabilitiesTest {
  private static final ReportOptions OPTIONS =
      SampleReport.options(true, ReportOptions.Tables.PLAIN);

  @Test
  void holdsTheWholeJsonReport() throws Exception {
    String predicate = SampleReport.written(new CosignVulnerabilities(), OPTIONS);
    String report = SampleReport.written(new JsonReport(), OPTIONS);
    var document = Json.parse("predicate", predicate.getBytes(StandardCharsets.UTF_8));
    assertThat(document.get("scanner").orElseThrow().get("result"))
        .contains(Json.parse("report", report.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void membersThatNothingIsKnownOfAreThere() throws Exception {
    assertThat(SampleReport.written(new CosignVulnerabilities(), OPTIONS))
        .startsWith(
            """
            {
              "invocation": {
                "parameters": null,
                "uri": "",
                "event_id": "",
                "builder.id": ""
              },
              "scanner": {
                "uri": "pkg:github/aquasecurity/trivy@1.2.3",
                "version": "1.2.3",
                "db": {
                  "uri": "",
                  "version": ""
                },
                "result": {
            """)
        .endsWith(
            """
              "metadata": {
                "scanStartedOn": "2026-08-01T10:20:30.12Z",
                "scanFinishedOn": "2026-08-01T10:20:30.12Z"
              }
            }\
            """);
  }
}
