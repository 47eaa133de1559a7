package dev.landwaiter.report.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.report.ReportOptions.Tables;
import dev.landwaiter.report.testing.SampleReport;
import dev.landwaiter.testing.Golden;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonReportTest {
  private static String written(boolean all) throws Exception {
    return SampleReport.written(new JsonReport(), SampleReport.options(all, Tables.PLAIN));
  }

  @Test
  void everythingAskedFor() throws Exception {
    Golden.check("json/all.json", written(true));
  }

  @Test
  void packagesAndSuppressedFindingsAreLeftOutUnlessAskedFor() throws Exception {
    Value report = Json.parse("report", written(false));
    List<Value> results = report.get("Results").orElseThrow().elements();
    assertThat(results).hasSize(3);
    assertThat(results)
        .allSatisfy(result -> {
          assertThat(result.get("Packages")).isEmpty();
          assertThat(result.get("ExperimentalModifiedFindings")).isEmpty();
        });
    assertThat(results.getFirst().get("Vulnerabilities").orElseThrow().elements())
        .extracting(each -> each.text("VulnerabilityID"))
        .containsExactly("CVE-2026-1", "CVE-2026-2");
  }

  @Test
  void timesHaveNoNeedlessZeros() throws Exception {
    assertThat(Json.parse("report", written(false)).text("CreatedAt"))
        .isEqualTo("2026-08-01T10:20:30.12Z");
  }
}
