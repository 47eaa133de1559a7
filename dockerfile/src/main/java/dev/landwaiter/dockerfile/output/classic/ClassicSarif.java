package dev.landwaiter.dockerfile.output.classic;

import dev.landwaiter.base.format.JsonWriter;
import dev.landwaiter.base.text.Position;
import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.output.Linted;
import dev.landwaiter.dockerfile.output.ReportFormat;
import dev.landwaiter.dockerfile.output.ReportOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/// SARIF 2.1.0 with lines only and without a list of rules.
public final class ClassicSarif implements ReportFormat {
  @Override
  public String id() {
    return "sarif";
  }

  @Override
  public void write(List<Linted> files, ReportOptions options, OutputStream out)
      throws IOException {
    var json = new JsonWriter(out, ClassicJson.STYLE).beginObject();
    json.name("$schema").value("http://json.schemastore.org/sarif-2.1.0");
    json.name("runs").beginArray().beginObject();
    json.name("defaultSourceLanguage").value("dockerfile");
    json.name("results").values(Entries.of(files, options), ClassicSarif::write);
    json.name("tool").beginObject().name("driver").beginObject();
    json.name("downloadUri").value("https://github.com/hadolint/hadolint");
    json.name("fullName").value("Haskell Dockerfile Linter");
    json.name("name").value("Hadolint");
    json.name("shortDescription").beginObject();
    json.name("text")
        .value("Checks Dockerfiles; Landwaiter %s stands in".formatted(options.version()));
    json.endObject();
    json.name("version").value(options.hadolint()).endObject().endObject();
    json.endObject().endArray();
    json.name("version").value("2.1.0").endObject().flush();
  }

  private static void write(JsonWriter json, Entry entry) throws IOException {
    json.beginObject();
    json.name("level").value(level(entry.finding().level()));
    json.name("locations").beginArray().beginObject().name("physicalLocation").beginObject();
    json.name("artifactLocation").beginObject().name("uri").value(entry.file()).endObject();
    region(json, entry);
    json.endObject().endObject().endArray();
    json.name("message").beginObject().name("text").value(entry.message()).endObject();
    json.name("ruleId").value(entry.finding().id());
    json.endObject();
  }

  private static void region(JsonWriter json, Entry entry) throws IOException {
    Position start = entry.start();
    Position end = entry.end();
    json.name("region").beginObject();
    json.name("endColumn").value(end.column());
    json.name("endLine").value(end.line());
    boolean ours = entry.finding().id().startsWith("DL");
    json.name("sourceLanguage").value(ours ? "dockerfile" : "sh");
    json.name("startColumn").value(start.column());
    json.name("startLine").value(start.line());
    json.endObject();
  }

  private static String level(Level level) {
    return switch (level) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFO, STYLE, IGNORE -> "note";
    };
  }
}
