package dev.landwaiter.signing.store.place;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Does the same for several things at once; what comes of it stands in their order.
final class Downloads {
  private Downloads() {}

  /// What is done for one of them.
  interface Work<A, B> {
    B of(A one) throws IOException;
  }

  /// @param workers how many at once
  /// @throws IOException the first in the order of the things
  static <A, B> List<B> all(List<A> things, int workers, Work<A, B> work) throws IOException {
    if (things.size() < 2 || workers < 2) {
      List<B> done = new ArrayList<>();
      for (A thing : things) {
        done.add(work.of(thing));
      }
      return done;
    }
    int threads = Math.min(workers, things.size());
    try (var pool = Executors.newFixedThreadPool(threads, Thread.ofVirtual().factory())) {
      List<Future<B>> begun = new ArrayList<>();
      for (A thing : things) {
        begun.add(pool.submit(() -> work.of(thing)));
      }
      try {
        return results(begun);
      } finally {
        pool.shutdownNow();
      }
    }
  }

  private static <B> List<B> results(List<Future<B>> begun) throws IOException {
    List<B> done = new ArrayList<>();
    for (Future<B> each : begun) {
      try {
        done.add(each.get());
      } catch (InterruptedException e) {
        throw dev.landwaiter.oci.Waiting.interrupted(e);
      } catch (ExecutionException e) {
        switch (e.getCause()) {
          case IOException known -> throw known;
          case RuntimeException mistake -> throw mistake;
          case Error error -> throw error;
          case null, default -> throw new IllegalStateException(e);
        }
      }
    }
    return done;
  }
}
