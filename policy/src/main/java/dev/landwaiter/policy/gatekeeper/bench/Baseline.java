package dev.landwaiter.policy.gatekeeper.bench;

import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/// Holds results against saved ones.
public final class Baseline {
  private static final List<String> LATENCIES = List.of("p50", "p95", "p99", "mean");

  private final Value saved;
  private final double percent;
  private final long least;
  private final StringBuilder out = new StringBuilder();
  private final List<String> regressions = new ArrayList<>();

  private Baseline(Value saved, double percent, long least) {
    this.saved = saved;
    this.percent = percent;
    this.least = least;
  }

  /// What came of a comparison.
  ///
  /// @param text a table
  /// @param regressions what got worse by more than is allowed
  public record Compared(String text, List<String> regressions) {
    public Compared {
      regressions = List.copyOf(regressions);
    }
  }

  /// Compares.
  ///
  /// @param saved as [BenchValues] writes it
  /// @param percent by which latencies may grow, and the rate fall
  /// @param least nanoseconds by which a latency must have grown at least
  /// @throws BenchException when the saved results are none
  public static Compared compare(List<BenchResult> results, Value saved, double percent, long least)
      throws BenchException {
    var baseline = new Baseline(saved, percent, least);
    Value now = BenchValues.of(results);
    for (Value result : now.elements()) {
      baseline.engine(result);
    }
    return new Compared(baseline.out.toString(), baseline.regressions);
  }

  private void engine(Value now) throws BenchException {
    String engine = now.text("engine");
    Value before =
        saved.elements().stream()
            .filter(each -> each.text("engine").equals(engine))
            .findFirst()
            .orElseThrow(
                () -> new BenchException("the baseline has no results of the engine " + engine));
    line("");
    line(
        String.format(
            Locale.ROOT,
            "=== Baseline Comparison: %s Engine ===",
            engine.toUpperCase(Locale.ROOT)));
    line("");
    line(
        String.format(
            Locale.ROOT,
            "%-14s %16s %16s %10s  %s",
            "Metric",
            "Baseline",
            "Current",
            "Change",
            "Status"));
    for (String name : LATENCIES) {
      long old = nanos(before, name);
      long current = nanos(now, name);
      boolean worse = old > 0 && current - old > least && change(old, current) > percent;
      row(
          engine,
          name,
          DurationText.of(old),
          DurationText.of(current),
          change(old, current),
          worse);
    }
    double old = rate(before);
    double current = rate(now);
    double change = old == 0 ? 0 : (current - old) * 100 / old;
    // The rate is made of the same times: where a difference in time is too small, so is this.
    boolean worse = -change > percent && nanos(now, "mean") - nanos(before, "mean") > least;
    row(
        engine,
        "reviews/sec",
        String.format(Locale.ROOT, "%.2f", old),
        String.format(Locale.ROOT, "%.2f", current),
        change,
        worse);
  }

  private void row(
      String engine, String name, String before, String now, double change, boolean worse) {
    line(
        String.format(
            Locale.ROOT,
            "%-14s %16s %16s %+9.1f%%  %s",
            name,
            before,
            now,
            change,
            worse ? "REGRESSION" : "ok"));
    if (worse) {
      regressions.add(
          String.format(
              Locale.ROOT, "%s %s: %s, before %s (%+.1f%%)", engine, name, now, before, change));
    }
  }

  private static double change(long before, long now) {
    return before == 0 ? 0 : (now - before) * 100.0 / before;
  }

  private static long nanos(Value result, String name) throws BenchException {
    Value value = result.get("latencies").flatMap(each -> each.get(name)).orElse(NullValue.NULL);
    OptionalLong nanos =
        switch (value) {
          case StringValue text -> DurationText.parse(text.text());
          case NumberValue number -> number.toLong();
          default -> OptionalLong.empty();
        };
    return nanos.orElseThrow(
        () -> new BenchException("the baseline has no time at latencies." + name));
  }

  private static double rate(Value result) throws BenchException {
    if (result.get("reviewsPerSecond").orElse(NullValue.NULL) instanceof NumberValue number) {
      return number.toDouble();
    }
    throw new BenchException("the baseline has no number at reviewsPerSecond");
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
