package dev.landwaiter.cli.command.network;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.command.Log;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flags.DatabaseFlags;
import dev.landwaiter.cli.world.World;
import java.io.PrintStream;
import java.time.InstantSource;

/// One line on a terminal that tells how far a transfer is; rewritten in place, gone at the end.
/// Elsewhere only what is said in whole lines is seen.
public final class TransferProgress implements AutoCloseable {
  private static final long INTERVAL_MILLIS = 100;

  private final Log log;
  private final PrintStream out;
  private final InstantSource clock;
  private final boolean shown;
  private final String title;
  private long lastDrawn;
  private boolean drawn;

  private TransferProgress(Log log, World world, boolean shown, String title) {
    this.log = log;
    this.out = world.stderr();
    this.clock = world.clock();
    this.shown = shown;
    this.title = title;
  }

  /// The progress of what the title names, shown where the flags and the terminal allow it.
  public static TransferProgress of(Invocation invocation, String title) throws UsageException {
    World world = invocation.world();
    boolean shown =
        world.terminal().stderr()
            && !invocation.log().quiet()
            && !invocation.values().flag(DatabaseFlags.NO_PROGRESS);
    return new TransferProgress(invocation.log(), world, shown, title);
  }

  /// Tells a whole line.
  public synchronized void say(String line) {
    clear();
    log.info(line);
  }

  /// Tells how far it is.
  ///
  /// @param all bytes in the end, or -1 when unknown
  public synchronized void at(long done, long all) {
    long time = clock.millis();
    if (!shown || (done < all && time - lastDrawn < INTERVAL_MILLIS)) {
      return;
    }
    lastDrawn = time;
    drawn = true;
    String of = all > 0 ? " of %s, %d %%".formatted(mebibytes(all), 100 * done / all) : "";
    out.print("\r\u001b[K" + title + ": " + mebibytes(done) + of);
    out.flush();
  }

  private static String mebibytes(long bytes) {
    return "%.1f MiB".formatted(bytes / 1048576.0);
  }

  /// Removes the line, so that other text can follow.
  public synchronized void clear() {
    if (drawn) {
      out.print("\r\u001b[K");
      out.flush();
      drawn = false;
    }
  }

  @Override
  public void close() {
    clear();
  }
}
