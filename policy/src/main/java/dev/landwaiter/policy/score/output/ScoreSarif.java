package dev.landwaiter.policy.score.output;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.base.finding.Waiver;
import dev.landwaiter.base.format.JsonStyle;
import dev.landwaiter.base.format.JsonWriter;
import dev.landwaiter.base.text.Position;
import dev.landwaiter.base.text.Problem;
import dev.landwaiter.policy.manifest.PathText;
import dev.landwaiter.policy.score.ObjectScore;
import dev.landwaiter.policy.score.Rule;
import dev.landwaiter.policy.score.RuleScore;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Scores as SARIF 2.1.0: one run, a result for each place that takes points or would give them.
public final class ScoreSarif {
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  private final JsonWriter json;

  private ScoreSarif(JsonWriter json) {
    this.json = json;
  }

  /// Writes the whole log.
  ///
  /// @param version of the program
  /// @param rules all that were asked
  public static void write(Scored scored, List<Rule> rules, String version, OutputStream out)
      throws IOException {
    new ScoreSarif(new JsonWriter(out, JsonStyle.INDENTED.withoutHtmlEscapes()))
        .write(scored, rules, version);
  }

  private void write(Scored scored, List<Rule> rules, String version) throws IOException {
    json.beginObject().name("$schema").value(SCHEMA).name("version").value("2.1.0");
    json.name("runs").beginArray().beginObject().name("tool").beginObject();
    json.name("driver").beginObject().name("name").value("landwaiter");
    json.name("version").value(version);
    json.name("rules").values(rules, ScoreSarif::rule).endObject().endObject();
    json.name("invocations").beginArray().beginObject();
    json.name("executionSuccessful").value(scored.lost().isEmpty());
    if (!scored.lost().isEmpty()) {
      json.name("toolExecutionNotifications").values(scored.lost(), ScoreSarif::notification);
    }
    json.endObject().endArray();
    json.name("columnKind").value("unicodeCodePoints").name("results").beginArray();
    for (ObjectScore object : scored.objects()) {
      for (RuleScore rule : object.rules()) {
        results(object, rule);
      }
      for (Problem problem : object.problems()) {
        json.beginObject().name("ruleId").value("invalid").name("level").value("error");
        message(object.name() + ": " + problem.message());
        locations(problem.where(), problem.position().orElse(Position.START));
        json.endObject();
      }
    }
    json.endArray().endObject().endArray().endObject().newline().flush();
  }

  private static void rule(JsonWriter json, Rule rule) throws IOException {
    json.beginObject().name("id").value(rule.id());
    json.name("shortDescription").beginObject().name("text").value(rule.reason()).endObject();
    json.name("defaultConfiguration").beginObject();
    json.name("level").value(level(rule)).endObject();
    json.name("properties").beginObject().name("points").value(rule.points()).endObject();
    json.endObject();
  }

  private static String level(Rule rule) {
    return rule.points() <= -9 ? "error" : rule.penalty() ? "warning" : "note";
  }

  private static void notification(JsonWriter json, Problem problem) throws IOException {
    json.beginObject().name("level").value("error").name("message").beginObject();
    json.name("text").value(problem.toString()).endObject().endObject();
  }

  private void results(ObjectScore object, RuleScore rule) throws IOException {
    boolean lost = rule.result() == RuleScore.Result.LOST;
    if (!lost && rule.result() != RuleScore.Result.OPEN) {
      return;
    }
    for (RuleScore.Place place : rule.places()) {
      if (place.spot().state().counts() != lost) {
        continue;
      }
      String container = place.spot().container();
      json.beginObject().name("ruleId").value(rule.rule().id());
      json.name("level").value(level(rule.rule()));
      message(
          object.name()
              + (container.isEmpty() ? "" : ", " + container)
              + ": "
              + rule.rule().reason()
              + ".");
      locations(object.manifest().file(), place.position());
      String print =
          String.join(
              "\n",
              rule.rule().id(),
              object.manifest().file(),
              object.name(),
              PathText.of(place.spot().path()));
      json.name("partialFingerprints").beginObject();
      json.name("landwaiter/v1")
          .value(Digest.sha256(print.getBytes(StandardCharsets.UTF_8)).encoded())
          .endObject();
      if (rule.waiver().isPresent()) {
        Waiver waiver = rule.waiver().get();
        json.name("suppressions").beginArray().beginObject().name("kind").value("external");
        json.name("justification").value(waiver.reason()).endObject().endArray();
      }
      json.name("properties").beginObject().name("points").value(rule.rule().points());
      json.name("score").value(object.score()).endObject().endObject();
    }
  }

  private void message(String text) throws IOException {
    json.name("message").beginObject().name("text").value(text).endObject();
  }

  private void locations(String file, Position at) throws IOException {
    json.name("locations").beginArray().beginObject().name("physicalLocation").beginObject();
    json.name("artifactLocation").beginObject().name("uri").value(file).endObject();
    json.name("region").beginObject().name("startLine").value(at.line());
    json.name("startColumn").value(at.column()).endObject();
    json.endObject().endObject().endArray();
  }
}
