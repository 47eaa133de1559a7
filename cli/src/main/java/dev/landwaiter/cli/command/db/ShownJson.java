package dev.landwaiter.cli.command.db;

import dev.landwaiter.base.finding.Cvss;
import dev.landwaiter.base.finding.Severity;
import dev.landwaiter.base.finding.Status;
import dev.landwaiter.base.finding.VulnerabilityDetail;
import dev.landwaiter.base.format.JsonStyle;
import dev.landwaiter.base.format.JsonWriter;
import dev.landwaiter.cli.command.db.Shown.Entry;
import dev.landwaiter.vulnerability.Advisory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;

/// [Shown] for programs.
final class ShownJson {
  private ShownJson() {}

  static byte[] of(Shown shown) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var json = new JsonWriter(bytes, JsonStyle.INDENTED.withoutHtmlEscapes());
    json.beginObject();
    json.field(shown.isPackage() ? "Package" : "VulnerabilityID", shown.name());
    if (shown.detail().isPresent()) {
      detail(json, shown.detail().get());
    }
    json.name("Advisories").beginArray();
    for (Entry entry : shown.entries()) {
      json.beginObject();
      json.field("Bucket", entry.place().bucket());
      json.field("Package", entry.place().packageName());
      json.field("VulnerabilityID", entry.id());
      json.field("DataSource", entry.advisory().dataSource().id());
      advisory(json, entry.advisory());
      if (!entry.opinions().isEmpty()) {
        json.name("Contradictions").beginArray();
        for (var opinion : entry.opinions()) {
          json.beginObject().field("Source", opinion.source());
          advisory(json, opinion.advisory());
          json.endObject();
        }
        json.endArray();
      }
      json.endObject();
    }
    json.endArray();
    json.endObject().flush();
    bytes.write('\n');
    return bytes.toByteArray();
  }

  private static void detail(JsonWriter json, VulnerabilityDetail detail) throws IOException {
    json.field("Title", detail.title());
    json.field("Description", detail.description());
    json.field("CweIDs", detail.cweIds());
    if (!detail.vendorSeverity().isEmpty()) {
      json.name("VendorSeverity").beginObject();
      for (Map.Entry<String, Severity> rated : detail.vendorSeverity().entrySet()) {
        json.field(rated.getKey(), rated.getValue().name());
      }
      json.endObject();
    }
    if (!detail.cvss().isEmpty()) {
      json.name("CVSS").beginObject();
      for (Map.Entry<String, Cvss> rated : detail.cvss().entrySet()) {
        Cvss cvss = rated.getValue();
        json.name(rated.getKey()).beginObject();
        json.field("V2Vector", cvss.v2Vector()).field("V2Score", cvss.v2Score());
        json.field("V3Vector", cvss.v3Vector()).field("V3Score", cvss.v3Score());
        json.field("V40Vector", cvss.v40Vector()).field("V40Score", cvss.v40Score());
        json.endObject();
      }
      json.endObject();
    }
    json.field("References", detail.references());
    json.field("PublishedDate", detail.published());
    json.field("LastModifiedDate", detail.lastModified());
    if (detail.exploitation().isPresent()) {
      var known = detail.exploitation().get();
      json.name("KnownExploited").beginObject();
      json.field("DateAdded", known.added()).field("DueDate", known.due());
      json.name("Ransomware").value(known.ransomware()).endObject();
    }
    if (detail.epss().isPresent()) {
      var epss = detail.epss().get();
      json.name("EPSS").beginObject();
      json.name("Score").value(epss.score()).name("Percentile").value(epss.percentile());
      json.field("Date", epss.date()).endObject();
    }
  }

  private static void advisory(JsonWriter json, Advisory advisory) throws IOException {
    json.field("VendorIDs", advisory.vendorIds());
    json.field("Arches", advisory.arches());
    if (advisory.status() != Status.UNKNOWN) {
      json.field("Status", advisory.status().word());
    }
    if (advisory.severity() != Severity.UNKNOWN) {
      json.field("Severity", advisory.severity().name());
    }
    json.field("AffectedVersion", advisory.affectedVersion());
    json.field("FixedVersion", advisory.fixedVersion());
    json.field("VulnerableVersions", advisory.vulnerableVersions());
    json.field("PatchedVersions", advisory.patchedVersions());
    json.field("UnaffectedVersions", advisory.unaffectedVersions());
  }
}
