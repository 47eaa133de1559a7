package dev.landwaiter.oci.layer;

import com.github.luben.zstd.ZstdIOException;
import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import dev.landwaiter.oci.ImageException;
import java.io.IOException;
import java.io.InputStream;

/// The content of all frames of a zstd file, skippable ones passed over (RFC 8878). Windows beyond
/// 128 MiB are refused.
final class ZstdStream extends InputStream {
  private static final int LONGEST_WINDOW = 27;

  private final String where;
  private final ZstdInputStreamNoFinalizer frames;

  ZstdStream(InputStream stored, String where) throws IOException {
    this.where = where;
    frames = new ZstdInputStreamNoFinalizer(stored);
    frames.setLongMax(LONGEST_WINDOW);
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int count) throws IOException {
    try {
      return frames.read(into, offset, count);
    } catch (ZstdIOException e) {
      throw new ImageException(
          ImageException.Code.INVALID, where + ": the zstd data are damaged: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() throws IOException {
    frames.close();
  }
}
