package dev.landwaiter.oci.registry;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// A stream whose first bytes are known already; they are skipped when it is first read, so that
/// trouble on the way there is trouble of reading.
final class WithoutStart extends FilterInputStream {
  private static final int PIECE = 16 << 10;

  private long left;

  WithoutStart(InputStream in, long known) {
    super(in);
    this.left = known;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    byte[] piece = new byte[left > 0 ? PIECE : 0];
    while (left > 0) {
      int read = in.read(piece, 0, (int) Math.min(piece.length, left));
      if (read < 0) {
        return -1;
      }
      left -= read;
    }
    return in.read(into, offset, length);
  }
}
