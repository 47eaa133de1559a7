package dev.landwaiter.dockerfile.output.classic;

import dev.landwaiter.base.format.JsonWriter;
import dev.landwaiter.dockerfile.output.Linted;
import dev.landwaiter.dockerfile.output.ReportFormat;
import dev.landwaiter.dockerfile.output.ReportOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/// The stream that engines of Code Climate write: an object and a NUL byte for each finding.
public final class CodeClimate implements ReportFormat {
  @Override
  public String id() {
    return "codeclimate";
  }

  @Override
  public void write(List<Linted> files, ReportOptions options, OutputStream out)
      throws IOException {
    for (Entry entry : Entries.of(files, options)) {
      var json = new JsonWriter(out, ClassicJson.STYLE);
      new Issue(entry).write(json);
      json.flush();
      out.write(0);
    }
  }
}
