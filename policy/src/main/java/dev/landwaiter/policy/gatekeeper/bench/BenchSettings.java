package dev.landwaiter.policy.gatekeeper.bench;

import java.util.function.LongSupplier;

/// How much is measured.
///
/// @param iterations rounds over all objects
/// @param warmup rounds before, which do not count
/// @param concurrency how many threads share the rounds
/// @param ticks nanoseconds of a clock that never goes back
/// @param allocated bytes the calling thread has allocated so far; always 0 when nobody asks
public record BenchSettings(
    int iterations, int warmup, int concurrency, LongSupplier ticks, LongSupplier allocated) {
  /// How many reviews can be measured: the time of each is kept.
  public static final long REVIEW_LIMIT = 20_000_000;

  public static final int CONCURRENCY_LIMIT = 256;

  /// Refuses what cannot be measured.
  ///
  /// @param objects reviewed in each round
  void check(int objects) throws BenchException {
    if (iterations <= 0) {
      throw new BenchException("the number of iterations is not positive");
    }
    if (warmup < 0) {
      throw new BenchException("the number of iterations to warm up is negative");
    }
    if (concurrency <= 0 || concurrency > CONCURRENCY_LIMIT) {
      throw new BenchException(
          "the concurrency is not between 1 and %d".formatted(CONCURRENCY_LIMIT));
    }
    if ((long) iterations * objects > REVIEW_LIMIT || (long) warmup * objects > REVIEW_LIMIT) {
      throw new BenchException(
          "%,d objects in %,d iterations are more than the %,d reviews that are measured"
              .formatted(objects, Math.max(iterations, warmup), REVIEW_LIMIT));
    }
  }
}
