package dev.landwaiter.dockerfile.output.own;

import dev.landwaiter.base.format.JsonStyle;
import dev.landwaiter.base.format.JsonWriter;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.output.Linted;
import dev.landwaiter.dockerfile.output.ReportFormat;
import dev.landwaiter.dockerfile.output.ReportOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/// The JSON of the builder's lint result.
public final class BuildJson implements ReportFormat {
  @Override
  public String id() {
    return "buildkit-json";
  }

  @Override
  public void write(List<Linted> files, ReportOptions options, OutputStream out)
      throws IOException {
    BuildWarnings report = BuildWarnings.of(files);
    var json = new JsonWriter(out, JsonStyle.INDENTED).beginObject();
    json.name("warnings");
    if (report.warnings().isEmpty()) {
      json.nullValue();
    } else {
      json.values(report.warnings(), (writer, each) -> warning(writer, each, options));
    }
    json.name("sources");
    if (report.warnings().isEmpty() && report.failures().isEmpty()) {
      json.nullValue();
    } else {
      json.values(files, (writer, each) -> source(writer, each, options));
    }
    if (!report.failures().isEmpty()) {
      var failure = report.failures().getFirst();
      json.name("buildError").beginObject();
      json.name("message").value(failure.finding().message());
      location(json, failure);
      json.endObject();
    }
    json.endObject().newline().flush();
  }

  private static void warning(JsonWriter json, BuildWarnings.Warning warning, ReportOptions options)
      throws IOException {
    json.beginObject().name("ruleName").value(warning.rule());
    String what = options.rules().apply(warning.rule()).map(RuleInfo::what).orElse("");
    json.field("description", what);
    json.name("url").value(warning.url());
    json.name("detail").value(warning.finding().message());
    location(json, warning);
    json.endObject();
  }

  private static void location(JsonWriter json, BuildWarnings.Warning warning) throws IOException {
    json.name("location").beginObject().field("sourceIndex", warning.source());
    json.name("ranges").beginArray();
    for (int line = warning.first(); line <= warning.last(); line++) {
      json.beginObject();
      json.name("start").beginObject().name("line").value(line).endObject();
      json.name("end").beginObject().name("line").value(line).endObject();
      json.endObject();
    }
    json.endArray().endObject();
  }

  private static void source(JsonWriter json, Linted linted, ReportOptions options)
      throws IOException {
    byte[] text = linted.source().text().getBytes(StandardCharsets.UTF_8);
    json.beginObject().name("filename").value(options.shown(linted));
    json.name("data").value(Base64.getEncoder().encodeToString(text));
    json.name("language").value("Dockerfile").endObject();
  }
}
