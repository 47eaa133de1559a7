package dev.landwaiter.policy.conftest.output;

import dev.landwaiter.base.format.JsonStyle;
import dev.landwaiter.base.format.JsonWriter;
import dev.landwaiter.policy.conftest.CheckResult;
import dev.landwaiter.policy.conftest.Message;
import dev.landwaiter.policy.conftest.Origin;
import dev.landwaiter.policy.conftest.Place;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// An array of results.
final class JsonReport {
  private static final JsonStyle STYLE = new JsonStyle("\t", true, true);

  private final JsonWriter out;
  private final boolean placed;

  private JsonReport(JsonWriter out, boolean placed) {
    this.out = out;
    this.placed = placed;
  }

  static String of(List<CheckResult> results, ReportOptions options) {
    if (results.isEmpty()) {
      return "null\n";
    }
    var bytes = new ByteArrayOutputStream();
    try {
      var writer = new JsonWriter(bytes, STYLE);
      new JsonReport(writer, options.placed()).write(results);
      writer.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("an array in memory takes every byte", e);
    }
    return bytes.toString(StandardCharsets.UTF_8) + "\n";
  }

  private void write(List<CheckResult> results) throws IOException {
    out.beginArray();
    for (CheckResult result : results) {
      out.beginObject();
      out.name("filename").value(result.file().equals("-") ? "" : result.file());
      out.name("namespace").value(result.namespace());
      out.name("successes").value(result.successes());
      messages("skipped", result.skipped());
      messages("warnings", result.warnings());
      messages("failures", result.failures());
      messages("exceptions", result.exceptions());
      out.endObject();
    }
    out.endArray();
  }

  private void messages(String name, List<Message> messages) throws IOException {
    if (messages.isEmpty()) {
      return;
    }
    out.name(name);
    out.beginArray();
    for (Message message : messages) {
      out.beginObject();
      out.name("msg").value(message.text());
      if (message.origin().isPresent()) {
        origin(message.origin().get());
      }
      if (placed && message.place().isPresent()) {
        place(message.place().get());
      }
      if (message.metadata().size() > 0) {
        out.name("metadata").value(message.metadata());
      }
      out.endObject();
    }
    out.endArray();
  }

  private void origin(Origin origin) throws IOException {
    out.name("loc");
    out.beginObject();
    if (!origin.file().isEmpty()) {
      out.name("file").value(origin.file());
    }
    if (origin.line().isPresent()) {
      out.name("line").value(origin.line().get());
    }
    out.endObject();
  }

  private void place(Place place) throws IOException {
    out.name("place");
    out.beginObject();
    out.name("file").value(place.file());
    out.name("line").value(place.span().start().line());
    out.name("column").value(place.span().start().column());
    out.name("endLine").value(place.span().end().line());
    out.name("endColumn").value(place.span().end().column());
    out.name("path").value(place.path());
    out.endObject();
  }
}
