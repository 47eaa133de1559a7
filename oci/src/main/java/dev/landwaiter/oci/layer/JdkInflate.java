package dev.landwaiter.oci.layer;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// The JDK's own decompression.
final class JdkInflate implements Inflate {
  private final Inflater inflater = new Inflater(true);

  @Override
  public void reset() {
    inflater.reset();
  }

  @Override
  public void input(byte[] bytes, int offset, int length) {
    inflater.setInput(bytes, offset, length);
  }

  @Override
  public int inflate(byte[] into, int offset, int length) throws DataFormatException {
    int written = inflater.inflate(into, offset, length);
    if (written == 0 && inflater.needsDictionary()) {
      throw new DataFormatException("a dictionary is asked for");
    }
    return written;
  }

  @Override
  public boolean finished() {
    return inflater.finished();
  }

  @Override
  public int unused() {
    return inflater.getRemaining();
  }

  @Override
  public void close() {
    inflater.close();
  }
}
