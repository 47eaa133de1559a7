package dev.landwaiter.cli.command.rego;

import com.sun.management.ThreadMXBean;
import dev.landwaiter.rego.RegoException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/// Measures how long one evaluation takes: some time to warm up, then as many as fit into about a
/// second.
final class Benchmark {
  /// Until then the virtual machine compiles what is hot.
  private static final long WARM_UP = 500_000_000L;

  private static final long MEASURED = 1_000_000_000L;

  /// More single times are not kept; the last of them count.
  private static final int KEPT = 100_000;

  private Benchmark() {}

  /// What is measured.
  @FunctionalInterface
  interface Work {
    void run() throws RegoException;
  }

  /// What was measured.
  ///
  /// @param count evaluations
  /// @param nanos all of them together
  /// @param bytes allocated by all of them together
  /// @param times of single evaluations, in nanoseconds
  record Measured(long count, long nanos, long bytes, List<Long> times) {
    long nanosEach() {
      return nanos / count;
    }

    long bytesEach() {
      return bytes / count;
    }

    double meanTime() {
      return (double) nanos / count;
    }
  }

  /// Measures on the calling thread.
  ///
  /// @param ticks a clock that never goes back, in nanoseconds
  static Measured of(Work work, LongSupplier ticks) throws RegoException {
    long end = ticks.getAsLong() + WARM_UP;
    do {
      work.run();
    } while (ticks.getAsLong() < end);
    List<Long> times = new ArrayList<>(KEPT);
    long bytes = allocated();
    long begin = ticks.getAsLong();
    long before = begin;
    long count = 0;
    do {
      work.run();
      long now = ticks.getAsLong();
      if (times.size() < KEPT) {
        times.add(now - before);
      } else {
        times.set((int) (count % KEPT), now - before);
      }
      before = now;
      count++;
    } while (before - begin < MEASURED);
    return new Measured(count, before - begin, Math.max(0, allocated() - bytes), times);
  }

  /// The bytes the calling thread has allocated; 0 where the virtual machine does not count them.
  private static long allocated() {
    return ManagementFactory.getThreadMXBean() instanceof ThreadMXBean bean
            && bean.isThreadAllocatedMemorySupported()
        ? bean.getCurrentThreadAllocatedBytes()
        : 0;
  }
}
