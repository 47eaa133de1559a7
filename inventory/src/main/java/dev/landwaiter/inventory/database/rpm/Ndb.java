package dev.landwaiter.inventory.database.rpm;

import dev.landwaiter.inventory.database.DatabaseException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.Adler32;

/// The database format that rpm calls ndb: slots that point to blobs (rpm's sources,
/// lib/backend/ndb).
final class Ndb {
  private static final int MAGIC = 'R' | 'p' << 8 | 'm' << 16 | 'P' << 24;
  private static final int SLOT_MAGIC = 'S' | 'l' << 8 | 'o' << 16 | 't' << 24;
  private static final int BLOB_MAGIC = 'B' | 'l' << 8 | 'b' << 16 | 'S' << 24;
  private static final int TAIL = 12;
  private static final int PAGE = 4096;
  private static final int UNIT = 16;
  private static final int MOST_SLOT_PAGES = 2048;

  private Ndb() {}

  static boolean isNdb(byte[] file) {
    return file.length >= 32
        && ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt() == MAGIC;
  }

  static void read(byte[] file, HeaderVisitor visitor) throws DatabaseException {
    ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    int version = bytes.getInt(4);
    int slotPages = bytes.getInt(12);
    if (version != 0) {
      throw new DatabaseException(
          "it is of the unknown version " + Integer.toUnsignedString(version));
    }
    if (slotPages < 1 || slotPages > MOST_SLOT_PAGES || (long) slotPages * PAGE > file.length) {
      throw new DatabaseException(
          "it claims " + Integer.toUnsignedString(slotPages) + " slot pages");
    }
    Set<Integer> seen = new HashSet<>();
    long left = file.length;
    for (int slot = 2 * UNIT; slot < slotPages * PAGE; slot += UNIT) {
      int index = bytes.getInt(slot + 4);
      if (bytes.getInt(slot) != SLOT_MAGIC) {
        visitor.damaged("the slot at " + slot + " has no slot's mark");
      } else if (index != 0) {
        try {
          if (!seen.add(index)) {
            throw new DatabaseException("package " + index + " is listed twice");
          }
          left -= UNIT * Integer.toUnsignedLong(bytes.getInt(slot + 12));
          if (left < 0) {
            throw new DatabaseException("its blobs are larger together than the file");
          }
          visitor.header(blob(bytes, slot, visitor));
        } catch (DatabaseException e) {
          visitor.damaged(e.what());
        }
        if (left < 0) {
          return;
        }
      }
    }
  }

  /// The content of a blob: behind its head of 16 bytes, before its tail of 12 with the checksum.
  private static byte[] blob(ByteBuffer bytes, int slot, HeaderVisitor visitor)
      throws DatabaseException {
    int index = bytes.getInt(slot + 4);
    long at = UNIT * Integer.toUnsignedLong(bytes.getInt(slot + 8));
    long end = at + UNIT * Integer.toUnsignedLong(bytes.getInt(slot + 12));
    if (end > bytes.capacity() || end - at < UNIT + TAIL) {
      throw new DatabaseException("package " + index + " lies outside the file");
    }
    int start = (int) at;
    int tail = (int) end - TAIL;
    if (bytes.getInt(start) != BLOB_MAGIC || bytes.getInt(start + 4) != index) {
      throw new DatabaseException("what package " + index + " points to is not its blob");
    }
    int length = bytes.getInt(start + 12);
    if (length < 0 || at + UNIT + length > tail) {
      throw new DatabaseException("package " + index + " is longer than its blob");
    }
    var sum = new Adler32();
    sum.update(bytes.slice(start, tail - start));
    if ((int) sum.getValue() != bytes.getInt(tail)) {
      visitor.damaged("the checksum of package " + index + " does not fit");
    }
    var blob = new byte[length];
    bytes.get(start + UNIT, blob);
    return blob;
  }
}
