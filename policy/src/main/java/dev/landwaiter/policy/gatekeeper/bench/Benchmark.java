package dev.landwaiter.policy.gatekeeper.bench;

import dev.landwaiter.policy.gatekeeper.RefusedException;
import dev.landwaiter.policy.gatekeeper.Resource;
import dev.landwaiter.policy.gatekeeper.Review;
import dev.landwaiter.policy.gatekeeper.ReviewException;
import dev.landwaiter.policy.gatekeeper.run.Client;
import dev.landwaiter.policy.gatekeeper.run.ReviewSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Measures one engine: getting ready, and reviews again and again (reference, section 14).
public final class Benchmark {
  private final BenchEngine engine;
  private final BenchInput input;
  private final BenchSettings settings;
  private final List<String> skipped = new ArrayList<>();

  private Benchmark(BenchEngine engine, BenchInput input, BenchSettings settings) {
    this.engine = engine;
    this.input = input;
    this.settings = settings;
  }

  /// Measures.
  ///
  /// @throws BenchException when the engine can take no template or no constraint, a review fails,
  ///   or a limit is passed: 20 million reviews, 256 threads
  public static BenchResult of(BenchEngine engine, BenchInput input, BenchSettings settings)
      throws BenchException {
    settings.check(input.objects().size());
    return new Benchmark(engine, input, settings).measured();
  }

  private BenchResult measured() throws BenchException {
    long start = now();
    Client client = engine.clients().get();
    long made = now();
    int templates = take(input.templates(), "ConstraintTemplate", client::addTemplate);
    long compiled = now();
    int constraints = take(input.constraints(), "constraint", client::addConstraint);
    long loaded = now();
    if (engine.referential()) {
      for (Resource object : input.objects()) {
        try {
          client.addData(object);
        } catch (RefusedException e) {
          skipped.add(object.path() + ": " + e.text());
        }
      }
    }
    var setup =
        new BenchResult.Setup(made - start, compiled - made, loaded - compiled, now() - loaded);
    List<Review> reviews = new ArrayList<>();
    for (Resource object : input.objects()) {
      reviews.add(Review.of(object, Optional.empty(), Review.Origin.ORIGINAL));
    }
    var _ = rounds(client, reviews, settings.warmup());
    int violations = violations(client, reviews);
    long bytes = settings.allocated().getAsLong();
    long begin = now();
    long[] times = rounds(client, reviews, settings.iterations());
    long total = now() - begin;
    bytes = Math.max(0, settings.allocated().getAsLong() - bytes);
    return new BenchResult(
        engine.name(),
        new BenchResult.Counts(
            templates, constraints, reviews.size(), settings.iterations(), settings.concurrency()),
        setup,
        total,
        latencies(times),
        violations,
        engine.referential(),
        skipped,
        bytes == 0
            ? Optional.empty()
            : Optional.of(new BenchResult.Memory(bytes / times.length, bytes)));
  }

  private long now() {
    return settings.ticks().getAsLong();
  }

  @FunctionalInterface
  private interface Taking {
    @SuppressWarnings("unused") // what comes of it is known to whoever takes it
    Object take(Resource resource) throws RefusedException;
  }

  private int take(List<Resource> resources, String what, Taking taking) throws BenchException {
    int taken = 0;
    String last = "";
    for (Resource resource : resources) {
      try {
        var _ = taking.take(resource);
        taken++;
      } catch (RefusedException e) {
        last = resource.name() + ": " + e.text();
        skipped.add(last);
      }
    }
    if (taken == 0) {
      throw new BenchException(
          "the engine %s can take no %s of the input: %s".formatted(engine.name(), what, last));
    }
    return taken;
  }

  private static int violations(Client client, List<Review> reviews) throws BenchException {
    int count = 0;
    for (Review review : reviews) {
      try {
        count += client.review(review, ReviewSettings.at(ReviewSettings.GATOR)).results().size();
      } catch (ReviewException e) {
        throw new BenchException(e.text());
      }
    }
    return count;
  }

  /// The times of all reviews of so many rounds.
  private long[] rounds(Client client, List<Review> reviews, int count) throws BenchException {
    long[] times = new long[Math.multiplyExact(count, reviews.size())];
    int threads = Math.min(settings.concurrency(), Math.max(count, 1));
    if (threads == 1) {
      part(client, reviews, times, 0, count);
      return times;
    }
    List<Future<Boolean>> parts = new ArrayList<>();
    try (var pool = Executors.newFixedThreadPool(threads)) {
      for (int i = 0; i < threads; i++) {
        int from = (int) ((long) count * i / threads);
        int to = (int) ((long) count * (i + 1) / threads);
        parts.add(
            pool.submit(() -> {
              part(client, reviews, times, from, to);
              return true;
            }));
      }
    }
    for (Future<Boolean> part : parts) {
      try {
        var _ = part.get();
      } catch (ExecutionException e) {
        throw new BenchException(String.valueOf(e.getMessage()));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new BenchException("interrupted");
      }
    }
    return times;
  }

  private void part(Client client, List<Review> reviews, long[] times, int from, int to)
      throws BenchException {
    var at = ReviewSettings.at(ReviewSettings.GATOR);
    int next = from * reviews.size();
    try {
      for (int round = from; round < to; round++) {
        for (Review review : reviews) {
          long start = now();
          var _ = client.review(review, at);
          times[next++] = now() - start;
        }
      }
    } catch (ReviewException e) {
      throw new BenchException(e.text());
    }
  }

  static BenchResult.Latencies latencies(long[] times) {
    long[] sorted = times.clone();
    Arrays.sort(sorted);
    long sum = 0;
    for (long time : sorted) {
      sum += time;
    }
    return new BenchResult.Latencies(
        sorted[0],
        sorted[sorted.length - 1],
        sum / sorted.length,
        percentile(sorted, 50),
        percentile(sorted, 95),
        percentile(sorted, 99));
  }

  /// The value that so many percent do not exceed.
  private static long percentile(long[] sorted, int percent) {
    int rank = (int) Math.ceil(sorted.length * (percent / 100.0));
    return sorted[Math.max(rank, 1) - 1];
  }
}
