package dev.landwaiter.policy.gatekeeper.output;

import dev.landwaiter.base.format.JsonStyle;
import dev.landwaiter.base.format.JsonWriter;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.gatekeeper.Report;
import dev.landwaiter.policy.gatekeeper.Reported;
import dev.landwaiter.policy.gatekeeper.Result;
import java.io.IOException;
import java.io.OutputStream;

/// Results as gator's JSON, without a line break at the end (reference 14).
public final class GatorJson {
  private final JsonWriter out;

  private GatorJson(OutputStream stream) {
    out = new JsonWriter(stream, new JsonStyle("    ", true, true));
  }

  public static void write(Report report, OutputStream stream) throws IOException {
    var json = new GatorJson(stream);
    if (report.runs().isPresent()) {
      json.out.beginObject().name("results");
      json.results(report);
      json.out.name("stats");
      json.stats(Statistics.of(report, report.runs().get(), false));
      json.out.endObject();
    } else {
      json.results(report);
    }
    json.out.flush();
  }

  private void results(Report report) throws IOException {
    if (report.results().isEmpty()) {
      out.nullValue();
      return;
    }
    out.beginArray();
    for (Reported each : report.results()) {
      result(each);
    }
    out.endArray();
  }

  /// Members of statistics keep their order.
  private void stats(Value value) throws IOException {
    if (value.rank() == 4) {
      out.beginArray();
      for (Value element : value.elements()) {
        stats(element);
      }
      out.endArray();
    } else if (!value.members().isEmpty()) {
      out.beginObject();
      for (var member : value.members().entrySet()) {
        out.name(member.getKey().asText());
        stats(member.getValue());
      }
      out.endObject();
    } else {
      out.value(value);
    }
  }

  private void result(Reported each) throws IOException {
    Result result = each.result();
    out.beginObject().name("target").value(Result.TARGET);
    out.name("msg").value(result.violation().message());
    if (result.violation().details().isPresent()) {
      out.name("metadata").beginObject().name("details");
      out.value(result.violation().details().get()).endObject();
    }
    out.name("constraint").value(result.constraint().resource().content());
    if (!result.action().isEmpty()) {
      out.name("enforcementAction").value(result.action());
    }
    if (!result.scopedActions().isEmpty()) {
      out.name("scopedActions").beginArray();
      for (String action : result.scopedActions()) {
        out.value(action);
      }
      out.endArray();
    }
    out.name("violatingObject").value(each.object().content());
    out.name("trace");
    if (result.trace().isPresent()) {
      out.value(result.trace().get());
    } else {
      out.nullValue();
    }
    out.endObject();
  }
}
