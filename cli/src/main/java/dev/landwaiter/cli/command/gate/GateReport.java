package dev.landwaiter.cli.command.gate;

import dev.landwaiter.base.format.JsonStyle;
import dev.landwaiter.base.format.JsonWriter;
import dev.landwaiter.base.text.Plain;
import dev.landwaiter.base.text.Position;
import dev.landwaiter.base.text.Problem;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flag.Values;
import dev.landwaiter.policy.gatekeeper.Manifest;
import dev.landwaiter.policy.gatekeeper.Report;
import dev.landwaiter.policy.gatekeeper.Reported;
import dev.landwaiter.policy.gatekeeper.Resource;
import dev.landwaiter.policy.gatekeeper.Response;
import dev.landwaiter.policy.gatekeeper.Result;
import dev.landwaiter.policy.gatekeeper.output.GatorYaml;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Shows what our own gate found, and tells how the run ends.
final class GateReport {
  private final Invocation invocation;
  private final Values values;
  private final Gate gate;
  private final List<Gate.Outcome> outcomes;
  private final List<Problem> problems;
  private final List<String> printed;

  GateReport(
      Invocation invocation,
      Gate gate,
      List<Gate.Outcome> outcomes,
      List<Problem> problems,
      List<String> printed) {
    this.invocation = invocation;
    this.values = invocation.values();
    this.gate = gate;
    this.outcomes = outcomes;
    this.problems = problems;
    this.printed = printed;
  }

  /// A result with its object.
  private record Placed(
      Result result, Resource object, String file, Position at, List<Value> path) {}

  int show() throws UsageException, IOException {
    List<Placed> results = new ArrayList<>();
    boolean denied = false;
    int judged = 0;
    for (Gate.Outcome outcome : outcomes) {
      judged += outcome.judged();
      for (Gate.Found found : outcome.found()) {
        denied |= found.result().denies();
        if (found.result().denies() || !values.flag(GateFlags.DENY_ONLY)) {
          Manifest manifest = outcome.manifest();
          results.add(
              new Placed(
                  found.result(),
                  manifest.resource(),
                  manifest.document().file(),
                  found.at(),
                  found.path()));
        }
      }
    }
    String nothing = nothing(judged);
    switch (values.text(GateFlags.OUTPUT).toLowerCase(Locale.ROOT)) {
      case "", "text" -> text(results);
      case "json" -> json(results, judged, values.flag(GateFlags.STATS));
      case "yaml" -> yaml(results);
      default ->
          throw new UsageException(
              "there is no output "
                  + values.text(GateFlags.OUTPUT)
                  + "; there are text, json, yaml");
    }
    printed.forEach(line -> invocation.log().info("print: " + line));
    for (Problem problem : problems) {
      var plain = new Problem(problem.where(), problem.position(), problem.message(), "");
      invocation.log().error(plain + (problem.hint().isEmpty() ? "" : "\n" + problem.hint()));
    }
    if (values.flag(GateFlags.EXPLAIN)) {
      explain();
    }
    boolean empty = !nothing.isEmpty();
    if (empty) {
      invocation.log().error(nothing);
    }
    boolean trouble = !problems.isEmpty() || (empty && values.flag(GateFlags.FAIL_ON_NOTHING));
    return trouble ? invocation.dialect().errorCode() : denied ? 1 : 0;
  }

  /// Why nothing was judged, or empty.
  private String nothing(int judged) {
    if (judged > 0) {
      return "";
    }
    if (gate.client().templates().isEmpty()) {
      return "nothing was judged: there is no ConstraintTemplate among the files";
    }
    if (gate.client().constraints().isEmpty()) {
      return "nothing was judged: there is no constraint among the files";
    }
    return outcomes.isEmpty()
        ? "nothing was judged: there is no object among the files"
        : "nothing was judged: no constraint applies to any of the "
            + outcomes.size()
            + " objects (--explain says why)";
  }

  private void text(List<Placed> results) throws IOException {
    var text = new StringBuilder();
    for (Placed each : results) {
      text.append(each.file).append(':').append(each.at.line()).append(':');
      text.append(each.at.column()).append(": ").append(action(each.result)).append(": ");
      text.append(Plain.lines(each.result.violation().message()).replace("\n", "\n    "))
          .append(" [");
      text.append(each.result.constraint().kind()).append('/');
      text.append(each.result.constraint().name()).append("] (");
      text.append(each.object.type().apiVersion()).append('/').append(each.object.type().kind());
      text.append(' ').append(each.object.path()).append(")\n");
      each.result.trace().ifPresent(trace -> text.append(trace).append('\n'));
    }
    invocation.world().stdout().write(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static String action(Result result) {
    return result.scopedActions().isEmpty()
        ? result.action().isEmpty() ? "deny" : result.action()
        : String.join(",", result.scopedActions());
  }

  private void json(List<Placed> results, int judged, boolean stats) throws IOException {
    OutputStream stream = invocation.world().stdout();
    var out = new JsonWriter(stream, JsonStyle.INDENTED.withoutHtmlEscapes());
    out.beginObject().name("results").beginArray();
    for (Placed each : results) {
      result(each, out);
    }
    out.endArray().name("problems").beginArray();
    for (Problem problem : problems) {
      out.beginObject().name("file").value(problem.where());
      if (problem.position().isPresent()) {
        out.name("line").value(problem.position().get().line());
        out.name("column").value(problem.position().get().column());
      }
      out.name("message").value(problem.message()).name("hint").value(problem.hint()).endObject();
    }
    out.endArray();
    out.name("objects").value(outcomes.size()).name("judgements").value(judged);
    if (stats) {
      out.name("runs").beginArray();
      for (Response.Run run : runs()) {
        out.beginObject().name("kind").value(run.kind()).name("engine").value(run.engine());
        out.name("constraints").value(run.constraints()).name("nanos").value(run.nanos());
        out.endObject();
      }
      out.endArray();
    }
    out.endObject().flush();
    stream.write('\n');
  }

  private List<Response.Run> runs() {
    return outcomes.stream().flatMap(each -> each.response().runs().stream()).toList();
  }

  private static void result(Placed each, JsonWriter out) throws IOException {
    Result result = each.result;
    out.beginObject().name("file").value(each.file);
    out.name("line").value(each.at.line()).name("column").value(each.at.column());
    out.name("action").value(action(result)).name("denies").value(result.denies());
    out.name("message").value(result.violation().message());
    if (result.violation().details().isPresent()) {
      out.name("details").value(result.violation().details().get());
    }
    out.name("template").value(result.constraint().kind());
    out.name("constraint").value(result.constraint().name());
    out.name("object").beginObject();
    out.name("apiVersion").value(each.object.type().apiVersion());
    out.name("kind").value(each.object.type().kind());
    out.name("namespace").value(each.object.namespace());
    out.name("name").value(each.object.name()).endObject();
    out.name("path").beginArray();
    for (Value step : each.path) {
      out.value(step);
    }
    out.endArray();
    if (result.trace().isPresent()) {
      out.name("trace").value(result.trace().get());
    }
    out.endObject();
  }

  private void yaml(List<Placed> results) throws IOException {
    List<Reported> reported =
        results.stream().map(each -> new Reported(each.result, each.object)).toList();
    var report = new Report(reported, Optional.empty(), false, false);
    invocation.world().stdout().write(GatorYaml.of(report).getBytes(StandardCharsets.UTF_8));
  }

  private void explain() {
    for (Gate.Outcome outcome : outcomes) {
      gate.client()
          .mismatches(outcome.review())
          .forEach((constraint, criterion) ->
              invocation
                  .log()
                  .info(
                      "%s: %s/%s does not apply to %s %s: match.%s"
                          .formatted(
                              outcome.manifest().document().file(),
                              constraint.kind(),
                              constraint.name(),
                              outcome.manifest().resource().type().kind(),
                              outcome.manifest().resource().path(),
                              criterion)));
    }
  }
}
