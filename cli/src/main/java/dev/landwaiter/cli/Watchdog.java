package dev.landwaiter.cli;

import dev.landwaiter.cli.flag.UsageException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Ends work that takes longer than the user allows: it is interrupted and no longer waited for.
final class Watchdog {
  /// What a command does.
  interface Work {
    int run() throws UsageException, IOException;
  }

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
    var task = new FutureTask<Integer>(work::run);
    var thread = new Thread(task, "command");
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get(limit.toMillis() + 1, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      task.cancel(true);
      throw new IOException(
          "the run was ended: it took longer than the %s that --timeout allows"
              .formatted(text(limit)),
          e);
    } catch (InterruptedException e) {
      task.cancel(true);
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the run was interrupted");
    } catch (ExecutionException e) {
      throw rethrown(e);
    }
  }

  private static IOException rethrown(ExecutionException e) throws UsageException {
    return switch (e.getCause()) {
      case IOException known -> known;
      case UsageException usage -> throw usage;
      case RuntimeException mistake -> throw mistake;
      case Error error -> throw error;
      case null, default -> new IOException(e);
    };
  }

  /// `5m`, `1h30m`, `0.25s`.
  private static String text(Duration limit) {
    return limit.toString().substring("PT".length()).toLowerCase(Locale.ROOT);
  }
}
