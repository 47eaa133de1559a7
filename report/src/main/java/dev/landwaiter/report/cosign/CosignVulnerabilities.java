package dev.landwaiter.report.cosign;

import dev.landwaiter.base.finding.Report;
import dev.landwaiter.base.format.JsonStyle;
import dev.landwaiter.base.format.JsonWriter;
import dev.landwaiter.report.ReportFormat;
import dev.landwaiter.report.ReportOptions;
import dev.landwaiter.report.json.JsonReport;
import java.io.IOException;
import java.io.OutputStream;

/// The predicate `https://cosign.sigstore.dev/attestation/vuln/v1` around the JSON report. What is
/// not known is written empty, as the predicate's consumers expect its members.
public final class CosignVulnerabilities implements ReportFormat {
  @Override
  public String id() {
    return "cosign-vuln";
  }

  @Override
  public void write(Report report, ReportOptions options, OutputStream out) throws IOException {
    var json = new JsonWriter(out, JsonStyle.INDENTED);
    json.beginObject();
    json.name("invocation").beginObject();
    json.name("parameters").nullValue();
    json.name("uri").value("");
    json.name("event_id").value("");
    json.name("builder.id").value("").endObject();
    json.name("scanner").beginObject();
    json.name("uri").value("pkg:github/aquasecurity/trivy@" + options.version());
    json.name("version").value(options.version());
    json.name("db").beginObject();
    json.name("uri").value("");
    json.name("version").value("").endObject();
    json.name("result");
    JsonReport.document(json, report, options);
    json.endObject();
    String time = JsonReport.time(report.createdAt());
    json.name("metadata").beginObject();
    json.name("scanStartedOn").value(time);
    json.name("scanFinishedOn").value(time).endObject();
    json.endObject().flush();
  }
}
