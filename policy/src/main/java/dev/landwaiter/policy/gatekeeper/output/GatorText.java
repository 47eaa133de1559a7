package dev.landwaiter.policy.gatekeeper.output;

import dev.landwaiter.base.format.JsonStyle;
import dev.landwaiter.base.format.JsonWriter;
import dev.landwaiter.policy.gatekeeper.Report;
import dev.landwaiter.policy.gatekeeper.Reported;
import dev.landwaiter.policy.gatekeeper.Resource;

/// One line for each result (reference 14).
public final class GatorText {
  static final JsonStyle INDENTED = new JsonStyle("    ", true, false);

  private GatorText() {}

  public static String of(Report report) {
    var text = new StringBuilder();
    for (Reported each : report.results()) {
      Resource object = each.object();
      text.append(object.type().apiVersion()).append('/').append(object.type().kind());
      text.append(' ').append(object.path()).append(": [");
      text.append(GoQuote.of(each.result().constraint().name())).append("] Message: ");
      text.append(GoQuote.of(each.result().violation().message())).append('\n');
      each.result().trace().ifPresent(trace -> text.append("Trace: ").append(trace));
    }
    report
        .runs()
        .ifPresent(
            runs -> text.append(JsonWriter.toText(Statistics.of(report, runs, false), INDENTED)));
    return text.toString();
  }
}
