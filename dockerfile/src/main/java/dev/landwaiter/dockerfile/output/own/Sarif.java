package dev.landwaiter.dockerfile.output.own;

import dev.landwaiter.base.format.JsonStyle;
import dev.landwaiter.base.format.JsonWriter;
import dev.landwaiter.base.text.Span;
import dev.landwaiter.dockerfile.Edit;
import dev.landwaiter.dockerfile.Finding;
import dev.landwaiter.dockerfile.Fix;
import dev.landwaiter.dockerfile.output.Hidden;
import dev.landwaiter.dockerfile.output.Linted;
import dev.landwaiter.dockerfile.output.ReportFormat;
import dev.landwaiter.dockerfile.output.ReportOptions;
import dev.landwaiter.dockerfile.output.Source;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// SARIF 2.1.0 with all it can hold: rules with help, regions, fixes, fingerprints that outlive
/// shifted lines, and what is hidden as suppressed.
public final class Sarif implements ReportFormat {
  @Override
  public String id() {
    return "sarif";
  }

  @Override
  public void write(List<Linted> files, ReportOptions options, OutputStream out)
      throws IOException {
    var rules = SarifRules.of(files, options);
    Map<String, Integer> places = rules.places();
    var json = new JsonWriter(out, JsonStyle.INDENTED.withoutHtmlEscapes()).beginObject();
    json.name("$schema").value("https://json.schemastore.org/sarif-2.1.0.json");
    json.name("version").value("2.1.0");
    json.name("runs").beginArray().beginObject();
    json.name("tool").beginObject().name("driver").beginObject();
    json.name("name").value("Landwaiter").name("version").value(options.version());
    rules.write(json);
    json.endObject().endObject();
    json.name("columnKind").value("utf16CodeUnits");
    json.name("defaultSourceLanguage").value("dockerfile");
    json.name("results").beginArray();
    for (Linted linted : files) {
      var file = new File(json, linted, options, places, new Fingerprints(linted));
      for (Finding finding : linted.findings()) {
        file.result(finding, Optional.empty());
      }
      for (Hidden hidden : options.hidden() ? linted.hidden() : List.<Hidden>of()) {
        file.result(hidden.finding(), Optional.of(hidden));
      }
    }
    json.endArray().endObject().endArray().endObject().newline().flush();
  }

  /// The results of one file.
  private record File(
      JsonWriter json,
      Linted linted,
      ReportOptions options,
      Map<String, Integer> places,
      Fingerprints fingerprints) {
    void result(Finding finding, Optional<Hidden> hidden) throws IOException {
      json.beginObject().name("ruleId").value(finding.id());
      json.name("ruleIndex").value(places.getOrDefault(finding.id(), -1));
      json.name("level").value(SarifRules.level(finding.level()));
      json.name("message").beginObject().name("text").value(finding.message()).endObject();
      json.name("locations").beginArray().beginObject();
      json.name("physicalLocation").beginObject();
      artifact();
      region("region", finding.span());
      json.endObject().endObject().endArray();
      json.name("partialFingerprints").beginObject();
      json.name("landwaiter/v1").value(fingerprints.next(finding)).endObject();
      if (finding.fix().isPresent()) {
        fix(finding.fix().get());
      }
      if (hidden.isPresent()) {
        json.name("suppressions").beginArray().beginObject();
        json.name("kind").value(hidden.get().inSource() ? "inSource" : "external");
        json.field("justification", hidden.get().reason()).endObject().endArray();
      }
      json.endObject();
    }

    private void artifact() throws IOException {
      json.name("artifactLocation").beginObject();
      json.name("uri").value(Uri.of(options.shown(linted))).endObject();
    }

    private void region(String name, Span span) throws IOException {
      Source source = linted.source();
      json.name(name).beginObject();
      json.name("startLine").value(span.start().line());
      json.name("startColumn").value(source.column(span.start()));
      json.name("endLine").value(span.end().line());
      json.name("endColumn").value(source.column(span.end())).endObject();
    }

    private void fix(Fix fix) throws IOException {
      json.name("fixes").beginArray().beginObject();
      json.name("description").beginObject().name("text").value(fix.what()).endObject();
      json.name("artifactChanges").beginArray().beginObject();
      artifact();
      json.name("replacements").beginArray();
      for (Edit edit : fix.edits()) {
        json.beginObject();
        region("deletedRegion", edit.span());
        json.name("insertedContent").beginObject().name("text").value(edit.text());
        json.endObject().endObject();
      }
      json.endArray().endObject().endArray();
      json.name("properties").beginObject().name("safe").value(fix.safe()).endObject();
      json.endObject().endArray();
    }
  }
}
