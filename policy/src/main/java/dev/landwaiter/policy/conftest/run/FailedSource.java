package dev.landwaiter.policy.conftest.run;

import dev.landwaiter.rego.Location;
import dev.landwaiter.rego.syntax.Every;
import dev.landwaiter.rego.syntax.Expr;
import dev.landwaiter.rego.trace.Event;
import dev.landwaiter.rego.trace.Subject;
import java.util.ArrayList;
import java.util.List;

/// The source of the expression that failed last, without values.
final class FailedSource {
  private FailedSource() {}

  /// Its place and its text, and an empty line; no lines if there is none.
  static List<String> last(List<Event> events) {
    for (Event event : events.reversed()) {
      if (event.op() == Event.Op.FAIL
          && event.query() != 0
          && event.subject() instanceof Subject.OfExpr(Expr expr)
          && !(expr.content() instanceof Every)) {
        return lines(expr.at());
      }
    }
    return List.of();
  }

  private static List<String> lines(Location at) {
    List<String> lines = new ArrayList<>();
    lines.add(at.file() + ":" + at.row() + ":");
    for (String line : at.text().split("\n", -1)) {
      lines.add("  \t" + line);
    }
    lines.add("");
    return lines;
  }
}
