package dev.landwaiter.oci.tar;

import dev.landwaiter.oci.Fields;
import java.io.IOException;
import java.io.InputStream;

/// A tar archive that comes as a stream. What is passed over stays in the one buffer.
public final class StreamSource implements TarSource {
  private final InputStream stream;
  private final String where;
  private final byte[] buffer = new byte[64 << 10];
  private int position;
  private int end;
  private long passed;

  /// @param where what is being read, for messages
  public StreamSource(InputStream stream, String where) {
    this.stream = stream;
    this.where = where;
  }

  /// Number of bytes read or passed over so far.
  public long position() {
    return passed + position;
  }

  @Override
  public boolean block(byte[] into) throws IOException {
    if (position == end && !fill()) {
      return false;
    }
    read(into, 0, into.length);
    return true;
  }

  @Override
  public void read(byte[] into, int offset, int length) throws IOException {
    int done = 0;
    while (done < length) {
      require();
      int part = Math.min(length - done, end - position);
      System.arraycopy(buffer, position, into, offset + done, part);
      position += part;
      done += part;
    }
  }

  @Override
  public void skip(long bytes) throws IOException {
    long left = bytes;
    while (left > 0) {
      require();
      int part = (int) Math.min(left, end - position);
      position += part;
      left -= part;
    }
  }

  /// Reads to the physical end, whatever comes.
  public void drain() throws IOException {
    do {
      position = end;
    } while (fill());
  }

  private void require() throws IOException {
    if (position == end && !fill()) {
      throw Fields.invalid(where + ": the tar archive ends in the middle of an entry");
    }
  }

  private boolean fill() throws IOException {
    passed += end;
    position = 0;
    end = Math.max(0, stream.read(buffer, 0, buffer.length));
    return end > 0;
  }
}
