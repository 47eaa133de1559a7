package dev.landwaiter.oci.testing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Writes tar archives byte by byte, also such as no sane program writes.
public final class Tar {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  public Tar file(String name, String content) {
    return file(name, content.getBytes(StandardCharsets.UTF_8));
  }

  public Tar file(String name, byte[] content) {
    return entry('0', name, "", content.length).body(content);
  }

  public Tar link(char type, String name, String target) {
    return entry(type, name, target, 0);
  }

  public Tar folder(String name) {
    return entry('5', name, "", 0);
  }

  /// A header alone.
  public Tar entry(char type, String name, String link, long size) {
    return raw(header(type, name, link, size));
  }

  /// An extended header of pax with one record per pair of key and value.
  public Tar pax(char type, String... pairs) {
    var body = new StringBuilder();
    for (int i = 0; i < pairs.length; i += 2) {
      String rest = " " + pairs[i] + "=" + pairs[i + 1] + "\n";
      int payload = rest.getBytes(StandardCharsets.UTF_8).length;
      int length = payload + Integer.toString(payload).length();
      length = payload + Integer.toString(length).length();
      body.append(length).append(rest);
    }
    byte[] content = body.toString().getBytes(StandardCharsets.UTF_8);
    return entry(type, "PaxHeaders/x", "", content.length).body(content);
  }

  /// A long name of GNU tar, type `L` or `K`.
  public Tar gnuLong(char type, String name) {
    byte[] content = (name + "\0").getBytes(StandardCharsets.UTF_8);
    return entry(type, "././@LongLink", "", content.length).body(content);
  }

  /// Content, filled up to whole blocks.
  public Tar body(byte[] content) {
    bytes.writeBytes(content);
    bytes.writeBytes(new byte[-content.length & 511]);
    return this;
  }

  public Tar raw(byte[] raw) {
    bytes.writeBytes(raw);
    return this;
  }

  /// The archive so far, without an end.
  public byte[] open() {
    return bytes.toByteArray();
  }

  /// The archive with the two zero blocks at its end.
  public byte[] end() {
    return new Tar().raw(open()).raw(new byte[1024]).open();
  }

  public static byte[] header(char type, String name, String link, long size) {
    byte[] header = new byte[512];
    put(header, 0, name);
    put(header, 100, "0000644\0");
    put(header, 108, "0000000\0");
    put(header, 116, "0000000\0");
    if (size >= 0 && size < 1L << 33) {
      put(header, 124, String.format("%011o", size));
    } else {
      header[124] = (byte) (size < 0 ? 0xff : 0x80);
      for (int i = 1; i < 12; i++) {
        header[124 + i] = (byte) (i < 4 ? (size < 0 ? 0xff : 0) : size >> (8 * (11 - i)));
      }
    }
    put(header, 136, "00000000000\0");
    header[156] = (byte) type;
    put(header, 157, link);
    put(header, 257, "ustar\00000");
    return summed(header);
  }

  /// The header with its right checksum.
  public static byte[] summed(byte[] header) {
    Arrays.fill(header, 148, 156, (byte) ' ');
    int sum = 0;
    for (byte b : header) {
      sum += b & 0xff;
    }
    put(header, 148, String.format("%06o\0 ", sum));
    return header;
  }

  public static void put(byte[] into, int at, String text) {
    byte[] part = text.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(part, 0, into, at, part.length);
  }
}
