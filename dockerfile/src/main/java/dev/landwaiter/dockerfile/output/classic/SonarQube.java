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

/// Issues in the generic form that SonarQube imports; its columns count from 0.
public final class SonarQube implements ReportFormat {
  @Override
  public String id() {
    return "sonarqube";
  }

  @Override
  public void write(List<Linted> files, ReportOptions options, OutputStream out)
      throws IOException {
    var json = new JsonWriter(out, ClassicJson.STYLE).beginObject();
    json.name("issues").values(Entries.of(files, options), SonarQube::write);
    json.endObject().flush();
  }

  private static void write(JsonWriter json, Entry entry) throws IOException {
    json.beginObject();
    json.name("engineId").value(entry.options().classic() ? "Hadolint" : "Landwaiter");
    json.name("primaryLocation").beginObject();
    json.name("filePath").value(entry.shown());
    json.name("message").value(entry.message());
    json.name("textRange").beginObject();
    range(json, entry);
    json.endObject().endObject();
    json.name("ruleId").value(entry.finding().id());
    json.name("severity").value(severity(entry));
    boolean bug = entry.finding().level() == Level.ERROR;
    json.name("type").value(bug ? "BUG" : "CODE_SMELL").endObject();
  }

  private static void range(JsonWriter json, Entry entry) throws IOException {
    Position start = entry.start();
    Position end = entry.end();
    boolean exact = !entry.unreadable() && !entry.options().classic();
    int first = entry.unreadable() ? start.column() : start.column() - 1;
    int last =
        exact
            ? Math.max(end.column() - 1, end.line() == start.line() ? first + 1 : 0)
            : start.column();
    json.name("endColumn").value(last);
    json.name("endLine").value(end.line());
    json.name("startColumn").value(first);
    json.name("startLine").value(start.line());
  }

  private static String severity(Entry entry) {
    if (entry.unreadable()) {
      return "BLOCKER";
    }
    return switch (entry.finding().level()) {
      case ERROR -> "CRITICAL";
      case WARNING -> "MAJOR";
      case INFO -> "MINOR";
      case STYLE, IGNORE -> "INFO";
    };
  }
}
