package dev.landwaiter.cli.command.gate;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.base.format.JsonStyle;
import dev.landwaiter.base.format.JsonWriter;
import dev.landwaiter.base.text.Position;
import dev.landwaiter.base.text.Problem;
import dev.landwaiter.policy.gatekeeper.Constraint;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/// A run as SARIF 2.1.0: one rule for each constraint, one result for each violation.
final class GateSarif {
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  private final JsonWriter json;

  private GateSarif(OutputStream stream) {
    json = new JsonWriter(stream, JsonStyle.INDENTED.withoutHtmlEscapes());
  }

  /// Writes the whole log.
  ///
  /// @param version of the program
  static void write(Shown shown, String version, OutputStream stream) throws IOException {
    new GateSarif(stream).write(shown, version);
    stream.write('\n');
  }

  private void write(Shown shown, String version) throws IOException {
    Map<String, Constraint> rules = new TreeMap<>();
    for (Shown.Entry each : shown.results()) {
      Constraint constraint = each.result().constraint();
      rules.putIfAbsent(id(constraint), constraint);
    }
    json.beginObject().name("$schema").value(SCHEMA).name("version").value("2.1.0");
    json.name("runs").beginArray().beginObject().name("tool").beginObject();
    json.name("driver").beginObject().name("name").value("landwaiter");
    json.name("version").value(version).name("rules").beginArray();
    for (Map.Entry<String, Constraint> rule : rules.entrySet()) {
      json.beginObject().name("id").value(rule.getKey());
      json.name("shortDescription").beginObject().name("text");
      json.value("Constraint " + rule.getValue().name() + " of kind " + rule.getValue().kind());
      json.endObject().endObject();
    }
    json.endArray().endObject().endObject().name("invocations").beginArray().beginObject();
    json.name("executionSuccessful").value(shown.problems().isEmpty());
    json.name("toolExecutionNotifications").beginArray();
    for (Problem problem : shown.problems()) {
      json.beginObject().name("level").value("error").name("message").beginObject();
      json.name("text").value(problem.toString()).endObject().endObject();
    }
    json.endArray().endObject().endArray();
    json.name("columnKind").value("unicodeCodePoints").name("results").beginArray();
    for (Shown.Entry each : shown.results()) {
      result(each);
    }
    json.endArray().endObject().endArray().endObject().flush();
  }

  private static String id(Constraint constraint) {
    return constraint.kind() + "/" + constraint.name();
  }

  private void result(Shown.Entry each) throws IOException {
    String rule = id(each.result().constraint());
    json.beginObject().name("ruleId").value(rule);
    json.name("level").value(level(each)).name("message").beginObject().name("text");
    json.value(each.named() + ": " + each.result().violation().message()).endObject();
    json.name("locations").beginArray().beginObject().name("physicalLocation").beginObject();
    json.name("artifactLocation").beginObject().name("uri").value(each.file()).endObject();
    Position at = each.at();
    json.name("region").beginObject().name("startLine").value(at.line());
    json.name("startColumn").value(at.column()).endObject();
    json.endObject().endObject().endArray();
    String print =
        String.join("\n", rule, each.file(), each.named(), each.result().violation().message());
    json.name("partialFingerprints").beginObject().name("landwaiter/v1");
    json.value(Digest.sha256(print.getBytes(StandardCharsets.UTF_8)).encoded()).endObject();
    json.endObject();
  }

  private static String level(Shown.Entry each) {
    return each.result().denies() ? "error" : each.action().equals("dryrun") ? "note" : "warning";
  }
}
