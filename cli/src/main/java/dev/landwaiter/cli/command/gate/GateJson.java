package dev.landwaiter.cli.command.gate;

import dev.landwaiter.base.format.JsonStyle;
import dev.landwaiter.base.format.JsonWriter;
import dev.landwaiter.base.text.Problem;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.gatekeeper.Response;
import dev.landwaiter.policy.gatekeeper.Result;
import java.io.IOException;
import java.io.OutputStream;

/// Our own JSON of a run.
final class GateJson {
  private final JsonWriter out;

  private GateJson(OutputStream stream) {
    out = new JsonWriter(stream, JsonStyle.INDENTED.withoutHtmlEscapes());
  }

  static void write(Shown shown, OutputStream stream) throws IOException {
    var json = new GateJson(stream);
    json.out.beginObject().name("results").beginArray();
    for (Shown.Entry each : shown.results()) {
      json.result(each);
    }
    json.out.endArray().name("problems").beginArray();
    for (Problem problem : shown.problems()) {
      json.problem(problem);
    }
    json.out.endArray().name("objects").value(shown.objects());
    json.out.name("judgements").value(shown.judgements());
    if (shown.runs().isPresent()) {
      json.out.name("runs").beginArray();
      for (Response.Run run : shown.runs().get()) {
        json.out.beginObject().name("kind").value(run.kind()).name("engine").value(run.engine());
        json.out.name("constraints").value(run.constraints()).name("nanos").value(run.nanos());
        json.out.endObject();
      }
      json.out.endArray();
    }
    json.out.endObject().flush();
    stream.write('\n');
  }

  private void problem(Problem problem) throws IOException {
    out.beginObject().name("file").value(problem.where());
    if (problem.position().isPresent()) {
      out.name("line").value(problem.position().get().line());
      out.name("column").value(problem.position().get().column());
    }
    out.name("message").value(problem.message()).name("hint").value(problem.hint()).endObject();
  }

  private void result(Shown.Entry each) throws IOException {
    Result result = each.result();
    out.beginObject().name("file").value(each.file());
    out.name("line").value(each.at().line()).name("column").value(each.at().column());
    out.name("action").value(each.action()).name("denies").value(result.denies());
    out.name("message").value(result.violation().message());
    if (result.violation().details().isPresent()) {
      out.name("details").value(result.violation().details().get());
    }
    out.name("template").value(result.constraint().kind());
    out.name("constraint").value(result.constraint().name());
    out.name("object").beginObject();
    out.name("apiVersion").value(each.object().type().apiVersion());
    out.name("kind").value(each.object().type().kind());
    out.name("namespace").value(each.object().namespace());
    out.name("name").value(each.object().name()).endObject();
    out.name("path").beginArray();
    for (Value step : each.path()) {
      out.value(step);
    }
    out.endArray();
    if (result.trace().isPresent()) {
      out.name("trace").value(result.trace().get());
    }
    out.endObject();
  }
}
