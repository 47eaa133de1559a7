package dev.landwaiter.oci.layer;

import dev.landwaiter.oci.ImageException;
import dev.landwaiter.oci.Limit;
import dev.landwaiter.oci.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/// Decompressed bytes, counted and bounded in number and in proportion to the stored ones.
public final class Bounded extends InputStream {
  private final InputStream decompressed;
  private final LongSupplier stored;
  private final String where;
  private final Limits limits;
  private final Limit limit;
  private final long mostBytes;
  private final long freeBytes;
  private final long ratio;
  private long count;

  /// @param stored tells how many stored bytes are read so far
  /// @param where what is being read, for messages
  /// @param limit which limit bounds the number of bytes
  public Bounded(
      InputStream decompressed, LongSupplier stored, String where, Limits limits, Limit limit) {
    this.decompressed = decompressed;
    this.stored = stored;
    this.where = where;
    this.limits = limits;
    this.limit = limit;
    mostBytes = limits.of(limit);
    freeBytes = limits.of(Limit.RATIO_FREE_BYTES);
    ratio = limits.of(Limit.RATIO);
  }

  /// Number of bytes read so far.
  public long count() {
    return count;
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  /// Reads on.
  ///
  /// @throws ImageException with LIMIT
  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int part = decompressed.read(into, offset, length);
    if (part > 0) {
      count += part;
      if (count > mostBytes) {
        throw limits.exceeded(limit, where);
      }
      if (count > freeBytes && count / ratio > stored.getAsLong()) {
        throw limits.exceeded(Limit.RATIO, where);
      }
    }
    return part;
  }

  @Override
  public void close() throws IOException {
    decompressed.close();
  }
}
