package dev.landwaiter.report.json;

import dev.landwaiter.base.finding.Layer;
import dev.landwaiter.base.finding.OperatingSystem;
import dev.landwaiter.base.finding.Report;
import dev.landwaiter.base.finding.Report.ImageFacts;
import dev.landwaiter.base.finding.Result;
import dev.landwaiter.base.finding.Suppressed;
import dev.landwaiter.base.format.JsonStyle;
import dev.landwaiter.base.format.JsonWriter;
import dev.landwaiter.report.ReportFormat;
import dev.landwaiter.report.ReportOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Optional;

/// Trivy's report schema 2, field for field: what is empty is left out.
public final class JsonReport implements ReportFormat {
  @Override
  public String id() {
    return "json";
  }

  @Override
  public void write(Report report, ReportOptions options, OutputStream out) throws IOException {
    var json = new JsonWriter(out, JsonStyle.INDENTED);
    document(json, report, options);
    json.newline().flush();
  }

  /// Writes the report as one value of a larger document.
  public static void document(JsonWriter json, Report report, ReportOptions options)
      throws IOException {
    json.beginObject();
    json.name("SchemaVersion").value(2);
    json.name("Trivy").beginObject().field("Version", options.version()).endObject();
    json.field("ReportID", report.id());
    json.name("CreatedAt").value(time(report.createdAt()));
    json.field("ArtifactID", report.artifact().id());
    json.field("ArtifactName", report.artifact().name());
    json.field("ArtifactType", report.artifact().type().word());
    metadata(json, report);
    json.field("Results", report.results(), (_, result) -> result(json, result, options));
    json.endObject();
  }

  /// RFC 3339 in UTC with as many fraction digits as needed.
  public static String time(Instant instant) {
    String text = instant.toString();
    int dot = text.indexOf('.');
    if (dot < 0) {
      return text;
    }
    int end = text.length() - 1;
    while (text.charAt(end - 1) == '0') {
      end--;
    }
    return text.substring(0, text.charAt(end - 1) == '.' ? end - 1 : end) + "Z";
  }

  private static void metadata(JsonWriter json, Report report) throws IOException {
    Optional<ImageFacts> image = report.artifact().image();
    if (image.isEmpty() && !report.os().known()) {
      return;
    }
    json.name("Metadata").beginObject();
    if (image.isPresent()) {
      json.field("Size", image.get().size());
    }
    os(json, report.os());
    if (image.isPresent()) {
      image(json, image.get());
    }
    json.endObject();
  }

  private static void os(JsonWriter json, OperatingSystem os) throws IOException {
    if (os.known()) {
      json.name("OS").beginObject();
      json.name("Family").value(os.family());
      json.name("Name").value(os.name());
      json.field("EOSL", os.endOfLife());
      json.field("Supplier", os.supplier());
      json.field("extended", os.extended());
      json.endObject();
    }
  }

  private static void image(JsonWriter json, ImageFacts image) throws IOException {
    json.field("ImageID", image.imageId());
    json.field("DiffIDs", image.layers().stream().map(Layer::diffId).toList());
    json.field("RepoTags", image.repoTags());
    json.field("RepoDigests", image.repoDigests());
    json.field("Reference", image.reference());
    ImageConfigJson.write(json, image.config());
    json.field("Layers", image.layers(), (_, layer) -> PackageJson.layer(json, layer));
  }

  private static void result(JsonWriter json, Result result, ReportOptions options)
      throws IOException {
    json.beginObject();
    json.name("Target").value(result.target());
    json.field("Class", result.resultClass().word());
    json.field("Type", result.type());
    if (options.listPackages()) {
      json.field("Packages", result.packages(), (_, pkg) -> PackageJson.write(json, pkg));
    }
    json.field(
        "Vulnerabilities",
        result.vulnerabilities(),
        (_, finding) -> VulnerabilityJson.write(json, finding));
    if (options.showSuppressed()) {
      json.field(
          "ExperimentalModifiedFindings",
          result.suppressed(),
          (_, suppressed) -> suppressed(json, suppressed));
    }
    json.endObject();
  }

  private static void suppressed(JsonWriter json, Suppressed suppressed) throws IOException {
    json.beginObject();
    json.name("Type").value("vulnerability");
    json.name("Status").value(suppressed.status());
    json.name("Statement").value(suppressed.statement());
    json.name("Source").value(suppressed.source());
    json.name("Finding");
    VulnerabilityJson.write(json, suppressed.finding());
    json.endObject();
  }
}
