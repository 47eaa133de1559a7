package dev.landwaiter.inventory.run;

import dev.landwaiter.inventory.Observations;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;

/// What one walk finds, in the order of its files, whoever looks at them and when. Used by the
/// thread of the walk.
final class Finds {
  private final SideWork side;
  private final Observations found = new Observations();

  /// What comes after that.
  private final ArrayDeque<FutureTask<Observations>> later = new ArrayDeque<>();

  Finds(SideWork side) {
    this.side = side;
  }

  /// Has the next file looked at, now or later. When too much waits, the first of this walk's own
  /// pieces is done now.
  ///
  /// @param size bytes of its content
  void add(long size, Consumer<Observations> look) {
    while (!later.isEmpty() && later.getFirst().isDone()) {
      takeFirst();
    }
    if (!SideWork.fits(size)) {
      addNow(look);
      return;
    }
    Optional<SideWork.Piece> piece = side.put(size, look);
    while (piece.isEmpty() && !later.isEmpty()) {
      takeFirst();
      piece = side.put(size, look);
    }
    piece.ifPresentOrElse(later::add, () -> addNow(look));
  }

  /// Does not put the next file aside.
  void addNow(Consumer<Observations> look) {
    if (later.isEmpty()) {
      look.accept(found);
    } else {
      var done = new FutureTask<>(() -> Observations.of(look));
      done.run();
      later.add(done);
    }
  }

  /// Everything, once the last file is added.
  Observations all() {
    while (!later.isEmpty()) {
      takeFirst();
    }
    return found;
  }

  private void takeFirst() {
    FutureTask<Observations> first = later.remove();
    first.run();
    found.addAll(result(first));
  }

  /// Waits for the thread that looks at it, which an interruption would not make faster.
  private static Observations result(FutureTask<Observations> piece) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return piece.get();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        case null, default -> throw new IllegalStateException(e);
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
