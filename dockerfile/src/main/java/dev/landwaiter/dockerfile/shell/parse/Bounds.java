package dev.landwaiter.dockerfile.shell.parse;

import java.util.BitSet;
import java.util.Optional;
import java.util.function.Supplier;

/// How deep and how long a script may be, and which attempts are known to fail, so that reading
/// takes linear time however the text is built.
final class Bounds {
  static final int DEPTH = 200;
  static final int WORDS = 100_000;

  private final BitSet failed = new BitSet();
  private final int[] counts;

  Bounds() {
    this(new int[2]);
  }

  private Bounds(int[] counts) {
    this.counts = counts;
  }

  /// The same limits for another text that stands inside.
  Bounds inside() {
    return new Bounds(counts);
  }

  void word(Cursor cursor) {
    if (++counts[1] > WORDS) {
      throw new Refusal(cursor.place(), "more than 100,000 words");
    }
  }

  /// Reads something nested.
  <T> T deeper(Cursor cursor, Supplier<T> read) {
    if (counts[0] >= DEPTH) {
      throw new Refusal(cursor.place(), "nested deeper than 200");
    }
    counts[0]++;
    try {
      return read.get();
    } finally {
      counts[0]--;
    }
  }

  /// Reads something that may turn out to be something else; then nothing, and nothing was read.
  <T> Optional<T> attempt(Cursor cursor, Supplier<T> read) {
    int start = cursor.at;
    if (failed.get(start)) {
      return Optional.empty();
    }
    int depth = counts[0];
    try {
      return Optional.of(read.get());
    } catch (Refusal refusal) {
      counts[0] = depth;
      cursor.at = start;
      failed.set(start);
      return Optional.empty();
    }
  }
}
