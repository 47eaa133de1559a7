package dev.landwaiter.inventory.database.sqlite;

import dev.landwaiter.inventory.database.DatabaseException;
import java.nio.ByteBuffer;

/// Integers of 1 to 9 bytes (SQLite database file format, section 1.6).
final class Varint {
  private Varint() {}

  /// Reads one at the buffer's position and moves behind it.
  static long read(ByteBuffer bytes) throws DatabaseException {
    long value = 0;
    for (int i = 0; i < 9; i++) {
      if (!bytes.hasRemaining()) {
        throw new DatabaseException("a number leaves its page");
      }
      int next = Byte.toUnsignedInt(bytes.get());
      if (i == 8) {
        return value << 8 | next;
      }
      value = value << 7 | (next & 0x7f);
      if (next < 0x80) {
        return value;
      }
    }
    return value;
  }
}
