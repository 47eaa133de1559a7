package dev.landwaiter.policy.score.output;

import dev.landwaiter.base.format.JsonStyle;
import dev.landwaiter.base.format.JsonWriter;
import dev.landwaiter.policy.score.Rule;
import dev.landwaiter.policy.score.ScoreReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;

/// Reports in kubesec's JSON (kubernetes.md 5.4).
public final class KubesecJson {
  private KubesecJson() {}

  /// The array of reports, indented, with a line break at its end.
  public static byte[] bytes(List<ScoreReport> reports) {
    var bytes = new ByteArrayOutputStream();
    try {
      write(reports, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("an array in memory takes every byte", e);
    }
    return bytes.toByteArray();
  }

  /// One report on one line without a line break, as signed links hold the digest of.
  public static byte[] compact(ScoreReport report) {
    var bytes = new ByteArrayOutputStream();
    var json = new JsonWriter(bytes, JsonStyle.COMPACT);
    try {
      report(json, report);
      json.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("an array in memory takes every byte", e);
    }
    return bytes.toByteArray();
  }

  /// Writes what [#bytes] returns.
  public static void write(List<ScoreReport> reports, OutputStream out) throws IOException {
    var json = new JsonWriter(out, JsonStyle.INDENTED);
    json.values(reports, KubesecJson::report);
    json.newline();
    json.flush();
  }

  /// Writes one report as part of another text.
  public static void report(JsonWriter json, ScoreReport report) throws IOException {
    json.beginObject().name("object").value(report.object()).name("valid").value(report.valid());
    json.name("fileName").value(report.fileName()).name("message").value(report.message());
    json.name("score").value(report.score()).name("scoring").beginObject();
    json.field("critical", report.critical(), KubesecJson::entry);
    json.field("passed", report.passed(), KubesecJson::entry);
    json.field("advise", report.advise(), KubesecJson::entry);
    json.endObject().endObject();
  }

  private static void entry(JsonWriter json, Rule rule) throws IOException {
    json.beginObject().name("id").value(rule.id()).name("selector").value(rule.selector());
    json.name("reason").value(rule.reason()).name("points").value(rule.points()).endObject();
  }
}
