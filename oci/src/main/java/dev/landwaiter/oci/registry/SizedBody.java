package dev.landwaiter.oci.registry;

import dev.landwaiter.oci.ImageException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// The bytes of a blob, exactly as many as its descriptor promises: fewer and more are errors.
final class SizedBody extends FilterInputStream {
  private final String what;
  private final long size;
  private long count;

  SizedBody(InputStream in, String what, long size) {
    super(in);
    this.what = what;
    this.size = size;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int read;
    try {
      read = in.read(into, offset, length);
    } catch (ImageException e) {
      throw e;
    } catch (IOException e) {
      throw brokenOff(e);
    }
    if (read < 0 && count < size) {
      throw brokenOff(new IOException("the body ends"));
    }
    count += Math.max(0, read);
    if (count > size) {
      throw new ImageException(
          ImageException.Code.DIGEST_MISMATCH,
          "the %s is longer than the %d bytes of its descriptor".formatted(what, size));
    }
    return read;
  }

  @Override
  public long skip(long wanted) throws IOException {
    byte[] rest = new byte[Math.clamp(wanted, 0, 8 << 10)];
    int read = rest.length == 0 ? 0 : read(rest, 0, rest.length);
    return Math.max(0, read);
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private ImageException brokenOff(IOException e) {
    return new ImageException(
        ImageException.Code.UNREACHABLE,
        "the %s breaks off after %d of %d bytes".formatted(what, count, size),
        e);
  }
}
