package dev.landwaiter.cli.command.scan;

import dev.landwaiter.scan.Progress;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;

/// One line on a terminal that tells how far each layer is; rewritten in place, gone at the end.
final class TerminalProgress implements Progress {
  private static final long INTERVAL = 100_000_000L;

  private final PrintStream out;
  private final int width;
  private final Map<Integer, String> running = new LinkedHashMap<>();
  private final Map<Integer, Long> sizes = new LinkedHashMap<>();
  private int count;
  private int done;
  private long lastDrawn;

  TerminalProgress(PrintStream out, int width) {
    this.out = out;
    this.width = width > 20 ? width : 80;
  }

  @Override
  public synchronized void layerStarted(int index, int layers, String digest, long storedSize) {
    count = layers;
    sizes.put(index, storedSize);
    running.put(index, "");
    draw(true);
  }

  @Override
  public synchronized void layerRead(int index, long storedBytes) {
    long size = sizes.getOrDefault(index, -1L);
    running.put(index, size > 0 ? 100 * storedBytes / size + " %" : (storedBytes >> 20) + " MiB");
    draw(false);
  }

  @Override
  public synchronized void layerDone(int index, boolean cached) {
    running.remove(index);
    done++;
    draw(true);
    if (done == count) {
      clear();
    }
  }

  /// Removes the line, so that other text can follow.
  synchronized void clear() {
    out.print("\r\u001b[K");
    out.flush();
  }

  private void draw(boolean now) {
    long time = System.nanoTime();
    if (!now && time - lastDrawn < INTERVAL) {
      return;
    }
    lastDrawn = time;
    var line = new StringBuilder("layers " + done + "/" + count);
    running.forEach((index, how) -> line.append("  #").append(index + 1).append(' ').append(how));
    out.print("\r\u001b[K" + line.substring(0, Math.min(line.length(), width - 1)));
    out.flush();
  }
}
