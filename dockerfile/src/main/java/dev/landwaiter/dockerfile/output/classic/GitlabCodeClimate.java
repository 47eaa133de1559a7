package dev.landwaiter.dockerfile.output.classic;

import dev.landwaiter.base.format.JsonWriter;
import dev.landwaiter.dockerfile.output.Linted;
import dev.landwaiter.dockerfile.output.ReportFormat;
import dev.landwaiter.dockerfile.output.ReportOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/// The report on code quality that GitLab reads: one array of issues with fingerprints.
public final class GitlabCodeClimate implements ReportFormat {
  @Override
  public String id() {
    return "gitlab_codeclimate";
  }

  @Override
  public void write(List<Linted> files, ReportOptions options, OutputStream out)
      throws IOException {
    new JsonWriter(out, ClassicJson.STYLE)
        .values(
            Entries.of(files, options),
            (json, entry) -> new Issue(entry).writeWithFingerprint(json))
        .flush();
  }
}
