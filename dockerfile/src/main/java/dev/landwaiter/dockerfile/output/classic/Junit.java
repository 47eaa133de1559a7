package dev.landwaiter.dockerfile.output.classic;

import dev.landwaiter.dockerfile.output.Linted;
import dev.landwaiter.dockerfile.output.ReportFormat;
import dev.landwaiter.dockerfile.output.ReportOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// The XML of JUnit: a suite for each file, a failed test for each finding.
public final class Junit implements ReportFormat {
  private static final String TIME = "0.001";

  @Override
  public String id() {
    return "junit";
  }

  @Override
  public void write(List<Linted> files, ReportOptions options, OutputStream out)
      throws IOException {
    String now =
        DateTimeFormatter.ofPattern("yyyyMMdd_HHmmss", Locale.ROOT)
            .withZone(ZoneOffset.UTC)
            .format(options.now());
    var xml = new XmlWriter().begin("testsuites").attribute("id", now);
    xml.attribute("name", "Hadolint " + now).attribute("time", TIME);
    for (Linted linted : files) {
      suite(xml, Entries.of(linted, options), options);
    }
    out.write(xml.end("testsuites").toString().getBytes(StandardCharsets.UTF_8));
  }

  private static void suite(XmlWriter xml, List<Entry> entries, ReportOptions options) {
    int errors = (int) entries.stream().filter(Entry::unreadable).count();
    xml.begin("testsuite").attribute("errors", errors).attribute("failures", entries.size());
    xml.attribute("id", "hadolint").attribute("name", "Hadolint " + options.hadolint());
    xml.attribute("time", TIME);
    for (Entry entry : entries) {
      String code = entry.finding().id();
      String id = entry.unreadable() ? "hadolint.error" : "hadolint.rule." + code;
      xml.begin("testcase").attribute("id", id).attribute("name", code).attribute("time", TIME);
      xml.begin("failure").attribute("id", id).attribute("message", summary(entry));
      xml.attribute("type", entry.finding().level().id());
      xml.text(block(entry)).end("failure").end("testcase");
    }
    xml.end("testsuite");
  }

  private static String summary(Entry entry) {
    return entry.unreadable()
        ? "parse error at line %d, column %d".formatted(entry.line(), entry.start().column())
        : entry.message();
  }

  private static String block(Entry entry) {
    return entry.unreadable()
        ? "\nFile: %s\nLine: %d\nColumn: %d\n%s"
            .formatted(entry.shown(), entry.line(), entry.start().column(), entry.explained())
        : "\nFile: %s\nLine: %d\nCategory: %s\n%s: %s\n"
            .formatted(
                entry.shown(),
                entry.line(),
                entry.finding().id(),
                entry.finding().level().id(),
                entry.message());
  }
}
