package dev.landwaiter.rego.trace;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.Location;
import dev.landwaiter.rego.syntax.Expr;
import dev.landwaiter.rego.syntax.Module;
import dev.landwaiter.rego.syntax.Rewriting;
import dev.landwaiter.rego.syntax.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// What of the sources was reached (reference 14.2), as the JSON that is shown.
public final class CoverageReport {
  private static final Comparator<Location> ORDER =
      Comparator.comparingInt(Location::start).thenComparingInt(Location::end);

  private final Coverage main;
  private final Map<String, Coverage> others;
  private long covered;
  private long missed;

  private CoverageReport(Coverage main, Map<String, Coverage> others) {
    this.main = main;
    this.others = others;
  }

  /// Makes the report.
  ///
  /// @param modules as compiled
  /// @param others what further runs reached, by the kind that tells why the main one did not, such
  ///   as `index_excluded`
  public static Value of(List<Module> modules, Coverage main, SortedMap<String, Coverage> others) {
    return new CoverageReport(main, others).report(modules);
  }

  private Value report(List<Module> modules) {
    var byFile = new TreeMap<String, TreeSet<Location>>();
    for (Module module : modules) {
      var places = byFile.computeIfAbsent(module.source().file(), _ -> new TreeSet<>(ORDER));
      var gathering = new Places(places);
      module.rules().forEach(gathering::rule);
    }
    var files = new ObjectValue.Draft();
    byFile.forEach((file, places) -> files.put(Value.of(file), file(places)));
    var draft = new ObjectValue.Draft();
    draft.put(Value.of("files"), files.finish());
    draft.put(Value.of("covered_lines"), Value.of(covered));
    draft.put(Value.of("not_covered_lines"), Value.of(missed));
    draft.put(Value.of("coverage"), percent(covered, missed));
    return draft.finish();
  }

  private Value file(SortedSet<Location> places) {
    var reached = new ArrayList<Value>();
    var left = new ArrayList<Value>();
    var lines = new TreeSet<Integer>();
    var leftLines = new TreeSet<Integer>();
    for (Location place : places) {
      boolean hit = main.holds(place);
      (hit ? reached : left).add(range(place, !hit));
      for (int row = place.row(); row <= end(place).row(); row++) {
        (hit ? lines : leftLines).add(row);
      }
    }
    leftLines.removeAll(lines);
    covered += lines.size();
    missed += leftLines.size();
    var draft = new ObjectValue.Draft();
    if (!reached.isEmpty()) {
      draft.put(Value.of("covered"), new ArrayValue(reached));
    }
    if (!left.isEmpty()) {
      draft.put(Value.of("not_covered"), new ArrayValue(left));
    }
    if (!lines.isEmpty()) {
      draft.put(Value.of("covered_lines"), Value.of(lines.size()));
    }
    if (!leftLines.isEmpty()) {
      draft.put(Value.of("not_covered_lines"), Value.of(leftLines.size()));
    }
    if (!lines.isEmpty()) {
      draft.put(Value.of("coverage"), percent(lines.size(), leftLines.size()));
    }
    return draft.finish();
  }

  private Value range(Location place, boolean withKinds) {
    var draft = new ObjectValue.Draft();
    draft.put(Value.of("start"), point(place.row(), place.column()));
    End end = end(place);
    draft.put(Value.of("end"), point(end.row, end.column));
    if (withKinds) {
      var kinds = new ArrayList<Value>();
      others.forEach((kind, run) -> {
        if (run.holds(place)) {
          kinds.add(Value.of(kind));
        }
      });
      if (!kinds.isEmpty()) {
        draft.put(Value.of("kinds"), new ArrayValue(kinds));
      }
    }
    return draft.finish();
  }

  private static Value point(int row, int column) {
    var draft = new ObjectValue.Draft();
    draft.put(Value.of("row"), Value.of(row));
    draft.put(Value.of("col"), Value.of(column));
    return draft.finish();
  }

  private record End(int row, int column) {}

  private static End end(Location place) {
    int row = place.row();
    int column = place.column();
    String text = place.text();
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      boolean line = text.charAt(i) == '\n';
      row += line ? 1 : 0;
      column = line ? 1 : column + 1;
    }
    return new End(row, column);
  }

  private static Value percent(long covered, long missed) {
    double share = covered == 0 ? 0 : 100.0 * covered / (covered + missed);
    String text = Double.toString(share);
    return NumberValue.of(text.endsWith(".0") ? text.substring(0, text.length() - 2) : text);
  }

  /// Gathers the places that count.
  private static final class Places extends Rewriting {
    private final Set<Location> found;

    Places(Set<Location> found) {
      this.found = found;
    }

    @Override
    public Rule rule(Rule rule) {
      found.add(rule.head().at());
      return super.rule(rule);
    }

    @Override
    public Expr expr(Expr expr) {
      found.add(expr.at());
      return super.expr(expr);
    }
  }
}
