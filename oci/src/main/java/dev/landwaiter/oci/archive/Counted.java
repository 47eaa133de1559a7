package dev.landwaiter.oci.archive;

import java.io.IOException;
import java.io.InputStream;

/// A stream that knows how many bytes were read from it.
final class Counted extends InputStream {
  private final InputStream stream;
  private long count;

  Counted(InputStream stream) {
    this.stream = stream;
  }

  long count() {
    return count;
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int part = stream.read(into, offset, length);
    count += Math.max(0, part);
    return part;
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
