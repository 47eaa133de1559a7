package dev.landwaiter.oci.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/// A part of a file as a stream; several may be read at once.
final class Slice extends InputStream {
  private final FileChannel file;
  private final long end;
  private long position;

  Slice(FileChannel file, long position, long size) {
    this.file = file;
    this.position = position;
    this.end = position + size;
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int most = (int) Math.min(length, end - position);
    if (most <= 0) {
      return length == 0 ? 0 : -1;
    }
    int part = file.read(ByteBuffer.wrap(into, offset, most), position);
    position += Math.max(0, part);
    return part;
  }
}
