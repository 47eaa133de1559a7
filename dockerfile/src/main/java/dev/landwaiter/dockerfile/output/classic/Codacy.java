package dev.landwaiter.dockerfile.output.classic;

import dev.landwaiter.base.format.JsonWriter;
import dev.landwaiter.dockerfile.output.Linted;
import dev.landwaiter.dockerfile.output.ReportFormat;
import dev.landwaiter.dockerfile.output.ReportOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/// What tools of Codacy write: one object after the other, nothing between them.
public final class Codacy implements ReportFormat {
  @Override
  public String id() {
    return "codacy";
  }

  @Override
  public void write(List<Linted> files, ReportOptions options, OutputStream out)
      throws IOException {
    for (Entry entry : Entries.of(files, options)) {
      var json = new JsonWriter(out, ClassicJson.STYLE).beginObject();
      json.name("filename").value(entry.file());
      json.name("line").value(entry.line());
      json.name("message").value(entry.explained());
      json.name("patternId").value(entry.finding().id());
      json.endObject().flush();
    }
  }
}
