package dev.landwaiter.policy.gatekeeper.bench;

import java.util.List;
import java.util.Optional;

/// What was measured of one engine. All times are nanoseconds.
///
/// @param skipped templates and constraints that the engine cannot take
/// @param violations in one round over all objects
/// @param memory where it was asked for
public record BenchResult(
    String engine,
    Counts counts,
    Setup setup,
    long total,
    Latencies latencies,
    int violations,
    boolean referential,
    List<String> skipped,
    Optional<Memory> memory) {
  public BenchResult {
    skipped = List.copyOf(skipped);
  }

  /// How much there was of everything.
  public record Counts(
      int templates, int constraints, int objects, int iterations, int concurrency) {
    public long reviews() {
      return (long) objects * iterations;
    }
  }

  /// What it took to get ready.
  public record Setup(long client, long templates, long constraints, long data) {
    public long total() {
      return client + templates + constraints + data;
    }
  }

  /// How long single reviews took.
  public record Latencies(long min, long max, long mean, long p50, long p95, long p99) {}

  /// What was allocated, in bytes.
  public record Memory(long perReview, long total) {}

  public double reviewsPerSecond() {
    return total == 0 ? 0 : counts.reviews() * 1e9 / total;
  }
}
