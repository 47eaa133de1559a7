package dev.landwaiter.rego.search;

import dev.landwaiter.rego.RegoException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// Runs evaluations on a thread with room for deep searches.
public final class Stack {
  /// Address space; only what is used becomes memory.
  private static final long SIZE = 512L << 20;

  private Stack() {}

  /// Runs a task to its end and hands on its answer or exception.
  public static <T> T run(Callable<T> task) throws RegoException {
    var future = new FutureTask<T>(task);
    var thread = new Thread(null, future, "search", SIZE);
    thread.setDaemon(true);
    thread.start();
    try {
      return future.get();
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
      throw Failure.halt("caller cancelled query execution", dev.landwaiter.rego.Location.NONE);
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RegoException known -> throw known;
        case RuntimeException unexpected -> throw unexpected;
        case Error error -> throw error;
        case null, default -> throw new IllegalStateException(e);
      }
    }
  }
}
