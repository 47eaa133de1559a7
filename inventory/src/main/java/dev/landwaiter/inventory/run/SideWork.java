package dev.landwaiter.inventory.run;

import dev.landwaiter.inventory.Observations;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;

/// Files that walks have put aside, so that a thread whose own layers are done can look at them.
/// Whoever put a file aside looks itself when nobody else has begun: nothing depends on there being
/// such a thread. Takes nothing before [#open], for what waits must be held and moved in memory.
///
/// Used by all walks of a scan and all threads that help.
public final class SideWork {
  /// Content that may wait, in bytes and in files.
  private static final long MOST_BYTES = 16L << 20;

  private static final int MOST_PIECES = 4096;

  /// A larger file takes little time for its size and is not put aside.
  private static final long MOST_BYTES_OF_ONE = MOST_BYTES / 16;

  private final SequencedSet<Piece> waiting = new LinkedHashSet<>();
  private long bytes;
  private int pieces;
  private boolean open;
  private boolean closed;

  /// One that takes nothing: every walk does all by itself, at once.
  public static SideWork none() {
    var none = new SideWork();
    none.close();
    return none;
  }

  /// From now on somebody may have nothing else to do.
  public synchronized void open() {
    open = !closed;
  }

  /// What will be found in one file.
  final class Piece extends FutureTask<Observations> {
    private final long size;

    private Piece(long size, Consumer<Observations> work) {
      super(() -> Observations.of(work));
      this.size = size;
    }

    @Override
    protected void done() {
      release(this);
    }
  }

  /// Whether a file of this size is worth putting aside.
  static boolean fits(long size) {
    return size <= MOST_BYTES_OF_ONE;
  }

  /// Puts work aside, unless too much waits already.
  ///
  /// @param size bytes that are held for it
  synchronized Optional<Piece> put(long size, Consumer<Observations> work) {
    if (!open || bytes + size > MOST_BYTES || pieces == MOST_PIECES) {
      return Optional.empty();
    }
    var piece = new Piece(size, work);
    bytes += size;
    pieces++;
    waiting.add(piece);
    notifyAll();
    return Optional.of(piece);
  }

  private synchronized void release(Piece piece) {
    bytes -= piece.size;
    pieces--;
    waiting.remove(piece);
  }

  /// Does what others have put aside, until [#close] or an interruption.
  public void help() {
    try {
      for (Optional<Piece> piece = next(); piece.isPresent(); piece = next()) {
        // Does nothing when whoever put it aside was faster.
        piece.get().run();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized Optional<Piece> next() throws InterruptedException {
    while (!closed && waiting.isEmpty()) {
      wait();
    }
    return closed ? Optional.empty() : Optional.of(waiting.removeFirst());
  }

  /// Sends the helpers away; what waits is left to whoever put it aside.
  public synchronized void close() {
    open = false;
    closed = true;
    waiting.clear();
    notifyAll();
  }
}
