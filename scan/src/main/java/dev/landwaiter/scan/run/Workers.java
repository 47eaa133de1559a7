package dev.landwaiter.scan.run;

import dev.landwaiter.inventory.run.SideWork;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Does independent pieces of work on a few threads.
///
/// The JDK's pools would do; but what they link when they are first used costs a short run a tenth
/// of its time.
final class Workers {
  /// A piece of work.
  interface Task<T> {
    T run() throws IOException;
  }

  private Workers() {}

  /// Does all of the work.
  ///
  /// @param threads at once; the calling one is one of them
  /// @return the results in the order of the tasks
  /// @throws IOException of the first task that failed; the others are interrupted
  static <T> List<T> all(List<Task<T>> tasks, int threads) throws IOException {
    return all(tasks, Math.min(threads, tasks.size()), SideWork.none());
  }

  /// Does all of the work; threads that find no task left help with what the tasks put aside.
  ///
  /// @param side closed when this returns
  static <T> List<T> all(List<Task<T>> tasks, int threads, SideWork side) throws IOException {
    if (tasks.isEmpty()) {
      side.close();
    }
    List<Thread> helpers = new ArrayList<>();
    var round = new Round<T>(tasks, helpers, side);
    for (int i = 1; i < Math.min(threads, 2 * tasks.size()); i++) {
      var helper = new Thread(round::work, "worker-" + i);
      helper.setDaemon(true);
      helpers.add(helper);
      helper.start();
    }
    round.work();
    try {
      for (Thread helper : helpers) {
        helper.join();
      }
    } catch (InterruptedException e) {
      helpers.forEach(Thread::interrupt);
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the scan was interrupted");
    }
    return round.results();
  }

  /// The tasks of one call, the results so far, and the first failure.
  private static final class Round<T> {
    private final List<Task<T>> tasks;
    private final List<Thread> helpers;
    private final SideWork side;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger left;
    private final List<List<T>> results;
    private @Nullable Throwable failure;

    Round(List<Task<T>> tasks, List<Thread> helpers, SideWork side) {
      this.tasks = tasks;
      this.helpers = helpers;
      this.side = side;
      this.left = new AtomicInteger(tasks.size());
      this.results = new ArrayList<>(Collections.nCopies(tasks.size(), List.of()));
    }

    void work() {
      for (int i = next.getAndIncrement(); i < tasks.size(); i = next.getAndIncrement()) {
        if (i == tasks.size() - 1) {
          side.open();
        }
        try {
          put(i, tasks.get(i).run());
        } catch (Throwable e) {
          fail(e);
        }
        if (left.decrementAndGet() == 0) {
          side.close();
        }
      }
      side.help();
    }

    private synchronized void put(int index, T result) {
      results.set(index, List.of(result));
    }

    private synchronized void fail(Throwable e) {
      if (failure == null) {
        failure = e;
      }
      next.set(tasks.size());
      side.close();
      helpers.forEach(Thread::interrupt);
    }

    synchronized List<T> results() throws IOException {
      Throwable cause = failure;
      if (cause instanceof IOException e) {
        throw e;
      } else if (cause instanceof RuntimeException e) {
        throw e;
      } else if (cause instanceof Error e) {
        throw e;
      } else if (cause != null) {
        throw new IOException(cause);
      }
      return results.stream().flatMap(List::stream).toList();
    }
  }
}
