package dev.landwaiter.rego.present;

import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/// How long the parts of a run took, by the names that the original gives them.
public final class Metrics {
  /// What tables show of several figures.
  static final List<String> SHOWN = List.of("min", "max", "mean", "90%", "99%");

  private final SortedMap<String, List<Long>> timers = new TreeMap<>();
  private final LongSupplier ticks;
  private long begin;

  /// @param ticks nanoseconds of a clock that never goes back
  public Metrics(LongSupplier ticks) {
    this.ticks = ticks;
  }

  /// Begins a part.
  public void begin() {
    begin = ticks.getAsLong();
  }

  /// Ends a part: adds the time since its beginning to `timer_NAME_ns`, and begins the next.
  public void lap(String name) {
    long now = ticks.getAsLong();
    add(name, now - begin);
    begin = now;
  }

  /// Adds a time of its own, in nanoseconds.
  public void add(String name, long nanos) {
    timers.computeIfAbsent("timer_" + name + "_ns", key -> new ArrayList<>()).add(nanos);
  }

  /// The last time of each timer, in nanoseconds.
  public SortedMap<String, Long> last() {
    SortedMap<String, Long> last = new TreeMap<>();
    timers.forEach((name, times) -> last.put(name, times.getLast()));
    return last;
  }

  /// The last times by name.
  public ObjectValue json() {
    var draft = new ObjectValue.Draft();
    last().forEach((name, nanos) -> draft.put(Value.of(name), Value.of(nanos)));
    return draft.finish();
  }

  /// Percentiles of all times by name.
  public ObjectValue aggregated() {
    var draft = new ObjectValue.Draft();
    timers.forEach((name, times) -> draft.put(Value.of(name), statistics(times)));
    return draft.finish();
  }

  /// Number, extremes, mean and percentiles of some figures.
  public static ObjectValue statistics(List<Long> figures) {
    long[] sorted = figures.stream().mapToLong(Long::longValue).sorted().toArray();
    double mean = figures.stream().mapToLong(Long::longValue).average().orElse(0);
    double variance =
        figures.stream().mapToDouble(each -> (each - mean) * (each - mean)).average().orElse(0);
    var draft = new ObjectValue.Draft();
    for (double percent : new double[] {75, 90, 95, 99, 99.9, 99.99}) {
      String name = percent == (long) percent ? Long.toString((long) percent) : "" + percent;
      draft.put(Value.of(name + "%"), number(percentile(sorted, percent)));
    }
    draft.put(Value.of("count"), Value.of(sorted.length));
    draft.put(Value.of("max"), Value.of(sorted[sorted.length - 1]));
    draft.put(Value.of("mean"), number(mean));
    draft.put(Value.of("median"), number(percentile(sorted, 50)));
    draft.put(Value.of("min"), Value.of(sorted[0]));
    draft.put(Value.of("stddev"), number(Math.sqrt(variance)));
    return draft.finish();
  }

  private static Value number(double figure) {
    return figure == (long) figure
        ? Value.of((long) figure)
        : NumberValue.of(Double.toString(figure));
  }

  /// Between neighbours it lies on the line from one to the other.
  private static double percentile(long[] sorted, double percent) {
    double place = percent / 100 * (sorted.length + 1) - 1;
    if (place <= 0) {
      return sorted[0];
    }
    if (place >= sorted.length - 1) {
      return sorted[sorted.length - 1];
    }
    int below = (int) place;
    return sorted[below] + (place - below) * (sorted[below + 1] - sorted[below]);
  }

  /// A table of the last times.
  public BoxTable table() {
    var table = new BoxTable(List.of("Metric", "Value"));
    last().forEach((name, nanos) -> table.row(List.of(name, Long.toString(nanos))));
    return table;
  }

  /// A table of extremes, mean and percentiles of all times.
  public BoxTable aggregatedTable() {
    List<String> headers = new ArrayList<>(List.of("Metric"));
    headers.addAll(SHOWN);
    var table = new BoxTable(headers);
    timers.forEach((name, times) -> {
      ObjectValue statistics = statistics(times);
      List<String> cells = new ArrayList<>(List.of(name));
      SHOWN.forEach(each -> cells.add(statistics.get(each).orElseThrow().toString()));
      table.row(cells);
    });
    return table;
  }
}
