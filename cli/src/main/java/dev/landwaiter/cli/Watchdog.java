package dev.landwaiter.cli;

import dev.landwaiter.cli.flag.UsageException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Ends work that takes longer than the user allows: it is interrupted and no longer waited for.
final class Watchdog {
  /// What a command does.
  interface Work {
    int run() throws UsageException, IOException;
  }

  /// For work that sets limits of its own.
  static final Duration NEVER = Duration.ofDays(36_500);

  /// Room for policies that call deeply; only what is used is taken.
  private static final long STACK = 512L << 20;

  private Watchdog() {}

  /// Does the work in a thread of its own.
  ///
  /// @return what the work returns
  /// @throws UsageException when the work throws it, or the limit leaves no time at all
  /// @throws IOException when the work throws it, or is not done in time; the message then names
  ///   `--timeout`
  static int run(Duration limit, Work work) throws UsageException, IOException {
    if (limit.isZero() || limit.isNegative()) {
      throw new UsageException("--timeout must be longer than nothing, such as 90s or 5m");
    }
    var task = new Task(work);
    var thread = new Thread(null, task, "command", STACK);
    thread.setDaemon(true);
    thread.start();
    try {
      thread.join(limit);
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the run was interrupted");
    }
    if (thread.isAlive()) {
      thread.interrupt();
      throw new IOException(
          "the run was ended: it took longer than the %s that --timeout allows"
              .formatted(text(limit)));
    }
    return task.result();
  }

  /// The work and how it ended.
  private static final class Task implements Runnable {
    private final Work work;
    private volatile int code;
    private volatile @Nullable Throwable failure;

    Task(Work work) {
      this.work = work;
    }

    @Override
    public void run() {
      try {
        code = work.run();
      } catch (Throwable e) {
        failure = e;
      }
    }

    int result() throws UsageException, IOException {
      Throwable cause = failure;
      if (cause instanceof IOException known) {
        throw known;
      } else if (cause instanceof UsageException usage) {
        throw usage;
      } else if (cause instanceof RuntimeException mistake) {
        throw mistake;
      } else if (cause instanceof Error error) {
        throw error;
      } else if (cause != null) {
        throw new IOException(cause);
      }
      return code;
    }
  }

  /// `5m`, `1h30m`, `0.25s`.
  private static String text(Duration limit) {
    return limit.toString().substring("PT".length()).toLowerCase(Locale.ROOT);
  }
}
