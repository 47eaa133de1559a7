package dev.landwaiter.scan.update;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Tells a meter what is read.
final class MeteredStream extends FilterInputStream {
  private final Meter meter;
  private final long all;
  private long done;

  MeteredStream(InputStream in, Meter meter, long all) {
    super(in);
    this.meter = meter;
    this.all = all;
  }

  @Override
  public int read() throws IOException {
    int one = super.read();
    count(one < 0 ? 0 : 1);
    return one;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int count = super.read(into, offset, length);
    count(Math.max(0, count));
    return count;
  }

  private void count(int bytes) {
    done += bytes;
    meter.at(done, all);
  }
}
