package dev.landwaiter.oci.daemon;

import java.io.IOException;
import java.io.InputStream;

/// A body of known length. An end before it is an error.
final class LengthBody extends InputStream {
  private final InputStream in;
  private long left;

  LengthBody(InputStream in, long length) {
    this.in = in;
    this.left = length;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (left == 0 || length == 0) {
      return left == 0 ? -1 : 0;
    }
    int count = in.read(into, offset, (int) Math.min(length, left));
    if (count < 0) {
      throw ChunkedBody.brokenOff();
    }
    left -= count;
    return count;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
