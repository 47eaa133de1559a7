package dev.landwaiter.policy.gatekeeper.output;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.gatekeeper.Report;
import dev.landwaiter.policy.gatekeeper.Response;
import dev.landwaiter.policy.gatekeeper.Result;
import java.util.ArrayList;
import java.util.List;

/// What runs of templates took, as a value.
final class Statistics {
  private Statistics() {}

  /// The entries.
  ///
  /// @param lower whether names of members are all in lower case, as in YAML
  static ArrayValue of(Report report, List<Response.Run> runs, boolean lower) {
    List<Value> entries = new ArrayList<>();
    for (Response.Run run : runs) {
      var entry = new ObjectValue.Draft();
      var _ = entry.put(Value.of("scope"), Value.of("template"));
      var _ = entry.put(Value.of(lower ? "statsfor" : "statsFor"), Value.of(run.kind()));
      var _ =
          entry.put(
              Value.of("stats"),
              ArrayValue.of(
                  stat("templateRunTimeNS", run.nanos(), run.engine()),
                  stat("constraintCount", run.constraints(), run.engine())));
      var _ =
          entry.put(
              Value.of("labels"),
              ArrayValue.of(
                  label("TracingEnabled", Value.of(report.traced())),
                  label("PrintEnabled", Value.of(report.printing())),
                  label("target", Value.of(Result.TARGET))));
      entries.add(entry.finish());
    }
    return new ArrayValue(entries);
  }

  private static ObjectValue stat(String name, long value, String engine) {
    var source = new ObjectValue.Draft();
    var _ = source.put(Value.of("type"), Value.of("engine"));
    var _ = source.put(Value.of("value"), Value.of(engine));
    var stat = new ObjectValue.Draft();
    var _ = stat.put(Value.of("name"), Value.of(name));
    var _ = stat.put(Value.of("value"), Value.of(value));
    var _ = stat.put(Value.of("source"), source.finish());
    return stat.finish();
  }

  private static ObjectValue label(String name, Value value) {
    var label = new ObjectValue.Draft();
    var _ = label.put(Value.of("name"), Value.of(name));
    var _ = label.put(Value.of("value"), value);
    return label.finish();
  }
}
