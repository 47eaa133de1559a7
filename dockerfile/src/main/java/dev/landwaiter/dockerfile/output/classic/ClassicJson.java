package dev.landwaiter.dockerfile.output.classic;

import dev.landwaiter.base.format.JsonStyle;
import dev.landwaiter.base.format.JsonWriter;
import dev.landwaiter.dockerfile.output.Linted;
import dev.landwaiter.dockerfile.output.ReportFormat;
import dev.landwaiter.dockerfile.output.ReportOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/// One array with an object for each finding.
public final class ClassicJson implements ReportFormat {
  /// On one line, nothing escaped but what must be.
  static final JsonStyle STYLE = JsonStyle.COMPACT.withoutHtmlEscapes();

  @Override
  public String id() {
    return "json";
  }

  @Override
  public void write(List<Linted> files, ReportOptions options, OutputStream out)
      throws IOException {
    new JsonWriter(out, STYLE).values(Entries.of(files, options), ClassicJson::write).flush();
  }

  private static void write(JsonWriter json, Entry entry) throws IOException {
    json.beginObject();
    json.name("code").value(entry.finding().id());
    json.name("column").value(entry.start().column());
    json.name("file").value(entry.file());
    json.name("level").value(entry.finding().level().id());
    json.name("line").value(entry.line());
    json.name("message").value(entry.message());
    json.endObject();
  }
}
