package dev.landwaiter.dockerfile.output.classic;

import dev.landwaiter.dockerfile.output.Linted;
import dev.landwaiter.dockerfile.output.ReportFormat;
import dev.landwaiter.dockerfile.output.ReportOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The XML of Checkstyle 4.3, every file in it with or without findings.
public final class Checkstyle implements ReportFormat {
  @Override
  public String id() {
    return "checkstyle";
  }

  @Override
  public void write(List<Linted> files, ReportOptions options, OutputStream out)
      throws IOException {
    var xml = new XmlWriter().begin("checkstyle").attribute("version", "4.3");
    for (Linted linted : files) {
      xml.begin("file").attribute("name", options.shown(linted));
      for (Entry entry : Entries.of(linted, options)) {
        xml.begin("error");
        xml.attribute("column", entry.start().column()).attribute("line", entry.line());
        xml.attribute("message", entry.explained());
        xml.attribute("severity", entry.finding().level().id());
        if (!entry.unreadable()) {
          xml.attribute("source", entry.finding().id());
        }
        xml.end("error");
      }
      xml.end("file");
    }
    out.write(xml.end("checkstyle").toString().getBytes(StandardCharsets.UTF_8));
  }
}
