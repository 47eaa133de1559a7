package dev.landwaiter.policy.gatekeeper.bench;

import java.util.List;
import java.util.Locale;

/// Results as tables for people.
public final class BenchText {
  private final StringBuilder out = new StringBuilder();

  private BenchText() {}

  public static String of(List<BenchResult> results) {
    var text = new BenchText();
    for (BenchResult result : results) {
      if (!text.out.isEmpty()) {
        text.out.append('\n');
      }
      text.result(result);
    }
    if (results.size() > 1) {
      text.comparison(results);
    }
    return text.out.toString();
  }

  private void result(BenchResult result) {
    line(
        String.format(
            Locale.ROOT,
            "=== Benchmark Results: %s Engine ===",
            result.engine().toUpperCase(Locale.ROOT)));
    line("");
    line("Configuration:");
    line(String.format(Locale.ROOT, "  Templates:      %d", result.counts().templates()));
    line(String.format(Locale.ROOT, "  Constraints:    %d", result.counts().constraints()));
    line(String.format(Locale.ROOT, "  Objects:        %d", result.counts().objects()));
    line(String.format(Locale.ROOT, "  Iterations:     %d", result.counts().iterations()));
    if (result.counts().concurrency() > 1) {
      line(String.format(Locale.ROOT, "  Concurrency:    %d", result.counts().concurrency()));
    }
    line(String.format(Locale.ROOT, "  Total Reviews:  %d", result.counts().reviews()));
    line("");
    line("Timing:");
    line(
        String.format(
            Locale.ROOT, "  Setup Duration:             %s", time(result.setup().total())));
    line(
        String.format(
            Locale.ROOT, "    └─ Client Creation:       %s", time(result.setup().client())));
    line(
        String.format(
            Locale.ROOT, "    └─ Template Compilation:  %s", time(result.setup().templates())));
    line(
        String.format(
            Locale.ROOT, "    └─ Constraint Loading:    %s", time(result.setup().constraints())));
    line(
        String.format(
            Locale.ROOT, "    └─ Data Loading:          %s", time(result.setup().data())));
    line(String.format(Locale.ROOT, "  Total Duration:             %s", time(result.total())));
    line(
        String.format(
            Locale.ROOT,
            "  Throughput:                 %.2f reviews/sec",
            result.reviewsPerSecond()));
    line("");
    line("Latency (per review):");
    line(String.format(Locale.ROOT, "  Min:   %s", time(result.latencies().min())));
    line(String.format(Locale.ROOT, "  Max:   %s", time(result.latencies().max())));
    line(String.format(Locale.ROOT, "  Mean:  %s", time(result.latencies().mean())));
    line(String.format(Locale.ROOT, "  P50:   %s", time(result.latencies().p50())));
    line(String.format(Locale.ROOT, "  P95:   %s", time(result.latencies().p95())));
    line(String.format(Locale.ROOT, "  P99:   %s", time(result.latencies().p99())));
    line("");
    line("Results:");
    line(String.format(Locale.ROOT, "  Violations Found:  %d", result.violations()));
    if (result.memory().isPresent()) {
      line("");
      line("Memory:");
      line(String.format(Locale.ROOT, "  Bytes/Review:  %d", result.memory().get().perReview()));
      line(String.format(Locale.ROOT, "  Total Bytes:   %d", result.memory().get().total()));
    }
    if (!result.skipped().isEmpty()) {
      line("");
      line("Skipped:");
      result.skipped().forEach(each -> line(String.format(Locale.ROOT, "  %s", each)));
    }
  }

  private void comparison(List<BenchResult> results) {
    line("");
    line("=== Engine Comparison ===");
    line("");
    line(
        String.format(
            Locale.ROOT,
            "%-10s %14s %14s %16s %12s",
            "Engine",
            "P50",
            "P99",
            "Reviews/sec",
            "Violations"));
    for (BenchResult result : results) {
      line(
          String.format(
              Locale.ROOT,
              "%-10s %14s %14s %16.2f %12d",
              result.engine(),
              time(result.latencies().p50()),
              time(result.latencies().p99()),
              result.reviewsPerSecond(),
              result.violations()));
    }
  }

  private static String time(long nanos) {
    return DurationText.of(nanos);
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
