package dev.landwaiter.cli.command.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Function;

/// Does the same to many things, on all processors where there are many.
final class Parallel {
  /// Fewer small things are done before other threads have begun.
  static final int MANY = 32;

  /// Few things that take long each.
  static final int FEW = 3;

  private Parallel() {}

  /// What comes of each, in their order.
  ///
  /// @param many from how many things on other threads help
  static <T, R> List<R> map(List<T> things, int many, Function<? super T, ? extends R> work) {
    int processors = Runtime.getRuntime().availableProcessors();
    if (things.size() < many || processors < 2) {
      List<R> done = new ArrayList<>(things.size());
      for (T thing : things) {
        done.add(work.apply(thing));
      }
      return done;
    }
    List<CompletableFuture<R>> running = new ArrayList<>(things.size());
    try (var pool = Executors.newFixedThreadPool(processors)) {
      for (T thing : things) {
        running.add(CompletableFuture.supplyAsync(() -> work.apply(thing), pool));
      }
    }
    List<R> done = new ArrayList<>(things.size());
    for (CompletableFuture<R> each : running) {
      done.add(each.join());
    }
    return done;
  }
}
