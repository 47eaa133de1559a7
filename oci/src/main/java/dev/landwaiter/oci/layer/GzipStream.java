package dev.landwaiter.oci.layer;

import dev.landwaiter.oci.ImageException;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;

/// The content of all members of a gzip file, with each one's checksum and length checked (RFC
/// 1952). After the last member only zero bytes may follow.
final class GzipStream extends InputStream {
  private static final int CRC_OF_HEADER = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;
  private static final int RESERVED = 0xe0;

  private final InputStream stored;
  private final String where;
  private final Inflate inflate;
  private final byte[] buffer = new byte[64 << 10];
  private final CRC32 crc = new CRC32();
  private int position;
  private int end;
  private long length;
  private boolean inMember;
  private boolean atEnd;

  GzipStream(InputStream stored, Supplier<Inflate> inflate, String where) {
    this.stored = stored;
    this.where = where;
    this.inflate = inflate.get();
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int count) throws IOException {
    while (!atEnd && count > 0) {
      if (!inMember) {
        readHeader();
        continue;
      }
      int written = inflated(into, offset, count);
      if (written > 0) {
        crc.update(into, offset, written);
        length += written;
        return written;
      }
      if (inflate.finished()) {
        finishMember();
      } else {
        if (!fill()) {
          throw truncated();
        }
        inflate.input(buffer, position, end - position);
        position = end;
      }
    }
    return atEnd ? -1 : 0;
  }

  private int inflated(byte[] into, int offset, int count) throws ImageException {
    try {
      return inflate.inflate(into, offset, count);
    } catch (DataFormatException e) {
      throw damaged(String.valueOf(e.getMessage()));
    }
  }

  private void readHeader() throws IOException {
    if (next() != 0x1f || next() != 0x8b || next() != 8) {
      throw damaged("a member does not start as it must");
    }
    int flags = next();
    if ((flags & RESERVED) != 0) {
      throw damaged("a member's header has unknown flags");
    }
    skip(6);
    if ((flags & EXTRA) != 0) {
      skip(next() | (next() << 8));
    }
    for (int text : new int[] {flags & NAME, flags & COMMENT}) {
      while (text != 0 && next() != 0) {
        // a text nobody needs
      }
    }
    skip((flags & CRC_OF_HEADER) != 0 ? 2 : 0);
    inflate.reset();
    inflate.input(buffer, position, end - position);
    position = end;
    crc.reset();
    length = 0;
    inMember = true;
  }

  private void finishMember() throws IOException {
    position = end - inflate.unused();
    inMember = false;
    long wantedCrc = littleEndian();
    long wantedLength = littleEndian();
    if (wantedCrc != crc.getValue() || wantedLength != (length & 0xffff_ffffL)) {
      throw damaged("checksum or length of a member is wrong");
    }
    if (position == end && !fill()) {
      atEnd = true;
    } else if (buffer[position] == 0) {
      requireZeros();
      atEnd = true;
    }
  }

  private void requireZeros() throws IOException {
    do {
      while (position < end) {
        if (buffer[position++] != 0) {
          throw damaged("something else follows the last member");
        }
      }
    } while (fill());
  }

  private long littleEndian() throws IOException {
    return next() | (next() << 8) | (next() << 16) | ((long) next() << 24);
  }

  private void skip(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      next();
    }
  }

  private int next() throws IOException {
    if (position == end && !fill()) {
      throw truncated();
    }
    return buffer[position++] & 0xff;
  }

  private ImageException damaged(String reason) {
    return new ImageException(
        ImageException.Code.INVALID, where + ": the gzip data are damaged: " + reason);
  }

  private ImageException truncated() {
    return damaged("they end too early");
  }

  private boolean fill() throws IOException {
    position = 0;
    end = Math.max(0, stored.read(buffer, 0, buffer.length));
    return end > 0;
  }

  @Override
  public void close() throws IOException {
    inflate.close();
    stored.close();
  }
}
