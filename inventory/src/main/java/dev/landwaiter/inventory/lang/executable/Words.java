package dev.landwaiter.inventory.lang.executable;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Numbers and names at offsets that come from the file itself.
///
/// @param wide whether addresses have 8 bytes instead of 4
record Words(ByteBuffer file, boolean wide) {
  static Words of(ByteBuffer file, ByteOrder order, boolean wide) {
    return new Words(file.duplicate().order(order), wide);
  }

  int u8(long at) throws BrokenExecutableException {
    return Byte.toUnsignedInt(file.get(check(at, 1)));
  }

  int u16(long at) throws BrokenExecutableException {
    return Short.toUnsignedInt(file.getShort(check(at, 2)));
  }

  long u32(long at) throws BrokenExecutableException {
    return Integer.toUnsignedLong(file.getInt(check(at, 4)));
  }

  long u64(long at) throws BrokenExecutableException {
    return file.getLong(check(at, 8));
  }

  /// A number as wide as an address.
  long word(long at) throws BrokenExecutableException {
    return wide ? u64(at) : u32(at);
  }

  /// A text that ends at a zero byte or after `limit` bytes.
  String name(long at, int limit) throws BrokenExecutableException {
    int start = check(at, 0);
    int length = 0;
    while (length < limit && start + length < file.limit() && file.get(start + length) != 0) {
      length++;
    }
    byte[] name = new byte[length];
    file.get(start, name);
    return new String(name, StandardCharsets.ISO_8859_1);
  }

  private int check(long at, int length) throws BrokenExecutableException {
    if (at < 0 || at > file.limit() - length) {
      throw new BrokenExecutableException("is cut off: its headers point behind its end");
    }
    return (int) at;
  }
}
