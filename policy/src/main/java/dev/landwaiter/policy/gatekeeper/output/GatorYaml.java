package dev.landwaiter.policy.gatekeeper.output;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.gatekeeper.Report;
import dev.landwaiter.policy.gatekeeper.Reported;
import dev.landwaiter.policy.gatekeeper.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Results as gator's YAML, whose shape is another than that of its JSON, and which writes all that
/// follows the first result in flow style (reference 14).
public final class GatorYaml {
  private GatorYaml() {}

  public static String of(Report report) {
    var writer = new YamlWriter();
    if (report.runs().isEmpty()) {
      if (report.results().isEmpty()) {
        return "[]\n";
      }
      results(report, writer, 0);
      return writer.text();
    }
    writer.raw("results:");
    if (report.results().isEmpty()) {
      writer.raw(" []\n");
    } else {
      writer.raw("\n");
      results(report, writer, 4);
    }
    writer.exact();
    ArrayValue stats = Statistics.of(report, report.runs().get(), true);
    writer.raw("stats:");
    if (report.results().isEmpty()) {
      writer.member(stats, 0);
    } else {
      writer.raw(" ");
      writer.flow(stats);
      writer.raw("\n");
    }
    return writer.text();
  }

  private static void results(Report report, YamlWriter writer, int indent) {
    boolean first = true;
    for (Reported each : report.results()) {
      writer.raw(" ".repeat(indent) + "- ");
      if (first) {
        writer.mapping(entries(each), indent + 2, true);
      } else {
        writer.flowMapping(entries(each));
        writer.raw("\n");
      }
      first = false;
    }
  }

  private static List<Map.Entry<String, Object>> entries(Reported each) {
    Result result = each.result();
    List<Map.Entry<String, Object>> inner = new ArrayList<>();
    inner.add(Map.entry("target", Value.of(Result.TARGET)));
    inner.add(Map.entry("msg", Value.of(result.violation().message())));
    var metadata = new ObjectValue.Draft();
    result.violation().details().ifPresent(details -> metadata.put(Value.of("details"), details));
    inner.add(Map.entry("metadata", metadata.finish()));
    var constraint = new ObjectValue.Draft();
    var _ = constraint.put(Value.of("object"), result.constraint().resource().content());
    inner.add(Map.entry("constraint", constraint.finish()));
    inner.add(Map.entry("enforcementaction", Value.of(result.action())));
    inner.add(
        Map.entry(
            "scopedenforcementactions",
            new ArrayValue(result.scopedActions().stream().map(Value::of).toList())));
    return List.of(
        Map.entry("result", inner),
        Map.entry("violatingObject", each.object().content()),
        Map.entry("trace", result.trace().map(Value::of).orElse(NullValue.NULL)));
  }
}
