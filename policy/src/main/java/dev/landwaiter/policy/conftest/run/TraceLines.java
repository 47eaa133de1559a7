package dev.landwaiter.policy.conftest.run;

import dev.landwaiter.rego.trace.Event;
import dev.landwaiter.rego.trace.TraceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Traces as Conftest shows them: without places.
final class TraceLines {
  private TraceLines() {}

  /// @param names source names of variables the compiler renamed
  static List<String> of(List<Event> events, Map<String, String> names) {
    int widest = 0;
    for (Event event : events) {
      String file = event.at().file().isEmpty() ? "query" : event.at().file();
      widest = Math.max(widest, (file + ":" + event.at().row()).length());
    }
    List<String> lines = new ArrayList<>();
    for (String line : TraceText.lines(events, names, 1)) {
      lines.add(line.substring(widest + 1));
    }
    return lines;
  }
}
