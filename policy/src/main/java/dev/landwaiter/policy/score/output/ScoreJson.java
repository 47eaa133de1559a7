package dev.landwaiter.policy.score.output;

import dev.landwaiter.base.finding.Waiver;
import dev.landwaiter.base.format.JsonStyle;
import dev.landwaiter.base.format.JsonWriter;
import dev.landwaiter.base.text.Position;
import dev.landwaiter.base.text.Problem;
import dev.landwaiter.policy.manifest.Manifest;
import dev.landwaiter.policy.manifest.PathText;
import dev.landwaiter.policy.score.ObjectScore;
import dev.landwaiter.policy.score.RuleScore;
import dev.landwaiter.policy.score.RuleScore.Operation;
import dev.landwaiter.policy.score.Spot;
import dev.landwaiter.policy.score.run.WholePatch;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;

/// Scores as JSON, with every place, container and patch.
public final class ScoreJson {
  private ScoreJson() {}

  public static void write(Scored scored, OutputStream out) throws IOException {
    var json = new JsonWriter(out, JsonStyle.INDENTED.withoutHtmlEscapes());
    json.beginObject().name("version").value(1);
    json.name("objects").values(scored.objects(), ScoreJson::object);
    json.name("notJudged").values(scored.lost(), ScoreJson::problem);
    json.field("warnings", scored.warnings(), ScoreJson::problem);
    json.name("summary").beginObject();
    json.name("files").value(scored.files()).name("scored").value(scored.objects().size());
    json.name("otherKinds").value(scored.others());
    json.name("withTemplates").value(scored.templates()).endObject();
    json.endObject().newline().flush();
  }

  /// Only the patches: for each object all operations that would raise its score.
  public static void patches(Scored scored, OutputStream out) throws IOException {
    var json = new JsonWriter(out, JsonStyle.INDENTED.withoutHtmlEscapes());
    json.values(
        scored.objects(),
        (writer, object) -> {
          writer.beginObject();
          identity(writer, object.manifest(), object.name());
          writer.name("patch").values(WholePatch.of(object), ScoreJson::operation);
          List<String> examples =
              WholePatch.of(object).stream()
                  .filter(Operation::example)
                  .map(Operation::path)
                  .toList();
          writer.field("chooseYourself", examples).endObject();
        });
    json.newline().flush();
  }

  private static void identity(JsonWriter json, Manifest manifest, String name) throws IOException {
    json.name("object").value(name).name("file").value(manifest.file());
    json.field("source", manifest.source());
    json.name("document").value(manifest.index());
    json.field("at", PathText.of(manifest.at()));
    position(json, manifest.start());
    json.name("apiVersion").value(manifest.apiVersion()).name("kind").value(manifest.kind());
  }

  private static void position(JsonWriter json, Position at) throws IOException {
    json.name("line").value(at.line()).name("column").value(at.column());
  }

  private static void object(JsonWriter json, ObjectScore object) throws IOException {
    json.beginObject();
    identity(json, object.manifest(), object.name());
    json.field("pod", object.pod()).field("foundByShape", object.guessed());
    json.name("score").value(object.score()).name("strictScore").value(object.strict());
    json.field("containers", object.containers());
    json.name("rules").values(object.rules(), ScoreJson::rule);
    json.field("problems", object.problems(), ScoreJson::problem);
    json.field("notes", object.notes(), ScoreJson::problem);
    json.endObject();
  }

  private static void rule(JsonWriter json, RuleScore rule) throws IOException {
    json.beginObject().name("id").value(rule.rule().id());
    json.name("result").value(word(rule.result()));
    json.name("points").value(rule.rule().points()).name("reason").value(rule.rule().reason());
    json.name("everywhere").value(rule.everywhere());
    json.field("places", rule.places(), ScoreJson::place);
    json.field("patch", rule.patch(), ScoreJson::operation);
    if (rule.waiver().isPresent()) {
      Waiver waiver = rule.waiver().get();
      json.name("waived").beginObject().name("reason").value(waiver.reason());
      if (waiver.expires().isPresent()) {
        json.name("expires").value(waiver.expires().get().toString());
      }
      json.name("source").value(waiver.source()).endObject();
    }
    json.endObject();
  }

  /// What a result is called in JSON.
  static String word(RuleScore.Result result) {
    return switch (result) {
      case GAINED -> "passed";
      case LOST -> "critical";
      case OPEN -> "advise";
      case SPARED -> "fine";
    };
  }

  private static void place(JsonWriter json, RuleScore.Place place) throws IOException {
    Spot spot = place.spot();
    json.beginObject().field("container", spot.container());
    json.name("state").value(spot.state().name().toLowerCase(Locale.ROOT));
    json.name("path").value(PathText.of(spot.path())).name("there").value(place.there());
    position(json, place.position());
    if (spot.mend() instanceof Spot.Mend.Advice advice) {
      json.name("advice").value(advice.text());
    }
    json.endObject();
  }

  private static void operation(JsonWriter json, Operation operation) throws IOException {
    json.beginObject().name("op").value(operation.op()).name("path").value(operation.path());
    if (operation.value().isPresent()) {
      json.name("value").value(operation.value().get());
    }
    json.endObject();
  }

  private static void problem(JsonWriter json, Problem problem) throws IOException {
    json.beginObject().name("file").value(problem.where());
    if (problem.position().isPresent()) {
      position(json, problem.position().get());
    }
    json.name("message").value(problem.message()).field("hint", problem.hint()).endObject();
  }
}
