package dev.landwaiter.oci.tar;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// Writes a tar archive of plain files (POSIX.1-2017, "ustar Interchange Format"). The same files
/// give the same bytes: no owner, no time.
public final class TarWriter implements AutoCloseable {
  private static final int BLOCK = TarHeader.BLOCK;
  private static final int NAME = 100;
  private static final long OCTAL_LIMIT = 1L << 33;

  private final OutputStream out;

  public TarWriter(OutputStream out) {
    this.out = out;
  }

  /// Writes one file.
  ///
  /// @param name at most 100 bytes of ASCII
  /// @param size number of bytes that the content has
  /// @throws IOException also when the content has another number of bytes, or the name is too long
  public void file(String name, long size, InputStream content) throws IOException {
    out.write(header(name, size));
    long left = size;
    byte[] buffer = new byte[256 << 10];
    while (left > 0) {
      int count = content.read(buffer, 0, (int) Math.min(buffer.length, left));
      if (count < 0) {
        throw new IOException(name + " became shorter while it was packed");
      }
      out.write(buffer, 0, count);
      left -= count;
    }
    if (content.read() >= 0) {
      throw new IOException(name + " became longer while it was packed");
    }
    out.write(new byte[(int) (-size & (BLOCK - 1))]);
  }

  private static byte[] header(String name, long size) throws IOException {
    byte[] text = name.getBytes(StandardCharsets.UTF_8);
    if (text.length > NAME || text.length != name.length()) {
      throw new IOException("the name " + name + " does not fit into a tar archive");
    }
    var header = new byte[BLOCK];
    System.arraycopy(text, 0, header, 0, text.length);
    put(header, 100, "0000644\0");
    put(header, 108, "0000000\0");
    put(header, 116, "0000000\0");
    if (size < OCTAL_LIMIT) {
      put(header, 124, "%011o\0".formatted(size));
    } else {
      header[124] = (byte) 0x80;
      for (int i = 0; i < 8; i++) {
        header[135 - i] = (byte) (size >>> (8 * i));
      }
    }
    put(header, 136, "00000000000\0");
    put(header, 148, "        ");
    put(header, 156, "0");
    put(header, 257, "ustar\00000");
    int sum = 0;
    for (byte b : header) {
      sum += Byte.toUnsignedInt(b);
    }
    put(header, 148, "%06o\0 ".formatted(sum));
    return header;
  }

  private static void put(byte[] header, int at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(bytes, 0, header, at, bytes.length);
  }

  /// Writes the end of the archive and closes the stream.
  @Override
  public void close() throws IOException {
    out.write(new byte[2 * BLOCK]);
    out.close();
  }
}
