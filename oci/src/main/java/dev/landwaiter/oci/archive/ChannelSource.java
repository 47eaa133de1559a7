package dev.landwaiter.oci.archive;

import dev.landwaiter.oci.Fields;
import dev.landwaiter.oci.tar.TarSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/// A tar archive in a file: what is passed over is not read.
final class ChannelSource implements TarSource {
  private final FileChannel file;
  private final String where;
  private final long size;
  private long position;

  ChannelSource(FileChannel file, String where) throws IOException {
    this.file = file;
    this.where = where;
    size = file.size();
  }

  long position() {
    return position;
  }

  @Override
  public boolean block(byte[] into) throws IOException {
    if (position == size) {
      return false;
    }
    read(into, 0, into.length);
    return true;
  }

  @Override
  public void read(byte[] into, int offset, int length) throws IOException {
    var buffer = ByteBuffer.wrap(into, offset, length);
    while (buffer.hasRemaining()) {
      int part = file.read(buffer, position);
      if (part <= 0) {
        throw truncated();
      }
      position += part;
    }
  }

  @Override
  public void skip(long bytes) throws IOException {
    if (bytes > size - position) {
      throw truncated();
    }
    position += bytes;
  }

  private IOException truncated() {
    return Fields.invalid(where + ": the tar archive ends in the middle of an entry");
  }
}
