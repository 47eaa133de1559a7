package dev.landwaiter.cli.command.registry;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.oci.Descriptor;
import dev.landwaiter.oci.copy.Progress;
import java.io.PrintStream;
import java.time.InstantSource;

/// One line on a terminal that tells how far a transfer is; rewritten in place, gone at the end.
final class TransferLine implements Progress, AutoCloseable {
  private static final long INTERVAL_MILLIS = 100;
  private static final int SHORT_DIGEST = 12;

  private final PrintStream out;
  private final InstantSource clock;
  private final boolean drawn;
  private String blob = "";
  private long size;
  private long read;
  private long all;
  private long lastMillis;

  private TransferLine(PrintStream out, InstantSource clock, boolean drawn) {
    this.out = out;
    this.clock = clock;
    this.drawn = drawn;
  }

  static TransferLine of(Invocation invocation) {
    boolean terminal = invocation.world().terminal().stderr() && !invocation.log().quiet();
    return new TransferLine(invocation.world().stderr(), invocation.world().clock(), terminal);
  }

  @Override
  public synchronized void begins(Descriptor descriptor) {
    blob = descriptor.digest().encoded().substring(0, SHORT_DIGEST);
    size = descriptor.size();
    read = 0;
    draw(true);
  }

  @Override
  public synchronized void read(long bytes) {
    read += bytes;
    all += bytes;
    draw(false);
  }

  private void draw(boolean now) {
    long millis = clock.millis();
    if (drawn && (now || millis - lastMillis >= INTERVAL_MILLIS)) {
      lastMillis = millis;
      out.print(
          "\r\u001b[K%s  %s of %s  (%s in all)"
              .formatted(blob, Answers.size(read), Answers.size(size), Answers.size(all)));
      out.flush();
    }
  }

  /// Removes the line, so that other text can follow.
  synchronized void clear() {
    if (drawn) {
      out.print("\r\u001b[K");
      out.flush();
    }
  }

  @Override
  public void close() {
    clear();
  }
}
