package dev.landwaiter.oci.tar;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Writes a tar archive of plain files (POSIX.1-2017, "ustar Interchange Format", and "pax
/// Interchange Format" for names that do not fit into it). The same files give the same bytes: no
/// owner, no time.
public final class TarWriter implements AutoCloseable {
  private static final int BLOCK = TarHeader.BLOCK;
  private static final int NAME = 100;
  private static final String EXTENDED = "PaxHeaders/path";
  private static final long OCTAL_LIMIT = 1L << 33;

  private final OutputStream out;

  public TarWriter(OutputStream out) {
    this.out = out;
  }

  /// Writes one file.
  ///
  /// @param name of any length
  /// @param size number of bytes that the content has
  /// @throws IOException also when the content has another number of bytes
  public void file(String name, long size, InputStream content) throws IOException {
    byte[] text = name.getBytes(StandardCharsets.UTF_8);
    if (text.length > NAME || text.length != name.length()) {
      byte[] record = pathRecord(text);
      out.write(header(EXTENDED, record.length, 'x'));
      out.write(record);
      out.write(new byte[-record.length & (BLOCK - 1)]);
    }
    out.write(header(fitting(name), size, '0'));
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

  /// The record `LENGTH path=NAME`, whose length counts its own digits.
  private static byte[] pathRecord(byte[] name) {
    int rest = " path=\n".length() + name.length;
    int length = rest;
    while (rest + Integer.toString(length).length() != length) {
      length = rest + Integer.toString(length).length();
    }
    byte[] front = (length + " path=").getBytes(StandardCharsets.US_ASCII);
    byte[] record = Arrays.copyOf(front, length);
    System.arraycopy(name, 0, record, front.length, name.length);
    record[length - 1] = '\n';
    return record;
  }

  /// What readers that know no records see.
  private static String fitting(String name) {
    var text = new StringBuilder();
    for (int i = 0; i < name.length() && text.length() < NAME; i++) {
      char c = name.charAt(i);
      text.append(c < 0x80 ? c : '_');
    }
    return text.toString();
  }

  private static byte[] header(String name, long size, char kind) {
    byte[] text = name.getBytes(StandardCharsets.US_ASCII);
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
    header[156] = (byte) kind;
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
