package dev.landwaiter.oci.layer;

import dev.landwaiter.oci.ImageException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.tukaani.xz.XZIOException;
import org.tukaani.xz.XZInputStream;

/// The content of all streams of an xz file. Dictionaries beyond 128 MiB are refused.
final class XzStream extends InputStream {
  private static final int MEMORY_KIB = 128 << 10;

  private final String where;
  private final XZInputStream streams;

  XzStream(InputStream stored, String where) throws IOException {
    this.where = where;
    try {
      streams = new XZInputStream(stored, MEMORY_KIB);
    } catch (XZIOException | EOFException e) {
      throw damaged(e);
    }
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int count) throws IOException {
    try {
      return streams.read(into, offset, count);
    } catch (XZIOException | EOFException e) {
      throw damaged(e);
    }
  }

  private ImageException damaged(IOException e) {
    String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    return new ImageException(
        ImageException.Code.INVALID, where + ": the xz data are damaged: " + reason, e);
  }

  @Override
  public void close() throws IOException {
    streams.close();
  }
}
