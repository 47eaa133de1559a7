package dev.landwaiter.report.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.report.ReportOptions.Tables;
import dev.landwaiter.report.testing.SampleReport;
import dev.landwaiter.testing.Golden;
import org.junit.jupiter.api.Test;

class TableReportTest {
  private static String written(Tables tables) throws Exception {
    return SampleReport.written(new TableReport(), SampleReport.options(true, tables));
  }

  @Test
  void plainTables() throws Exception {
    Golden.check("table/plain.txt", written(Tables.PLAIN));
  }

  @Test
  void onATerminalTheSameWordsAreColoured() throws Exception {
    Golden.check(
        "table/terminal.txt",
        written(new Tables(true, true, false, false, true, 120)).replace("\u001b", "ESC"));
  }

  @Test
  void onlyTheTablesAskedFor() throws Exception {
    String summary = written(new Tables(true, false, false, false, false, 0));
    String details = written(new Tables(false, true, false, false, false, 0));
    assertThat(summary).contains("env.yml").doesNotContain("CVE-2026-1");
    assertThat(details).contains("CVE-2026-1").doesNotContain("env.yml");
    assertThat(summary + details).isEqualTo(written(Tables.PLAIN));
  }
}
