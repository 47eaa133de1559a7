package dev.landwaiter.inventory.database.sqlite;

import dev.landwaiter.inventory.database.DatabaseException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// The pages of a database: those of its file, newer ones of its write-ahead log in their place
/// (SQLite database file format, sections 1.3 and 4).
final class Pages {
  private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
  static final int HEADER = 100;
  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

  private final MemorySegment file;
  private final MemorySegment log;
  private final Map<Integer, Long> newer;
  private final int size;
  private final int usable;
  private final int count;

  private Pages(MemorySegment file, MemorySegment log, WriteAheadLog read, int size, int count) {
    this.file = file;
    this.log = log;
    this.newer = read.pages();
    this.size = size;
    this.count = read.pageCount() > 0 ? read.pageCount() : count;
    this.usable = size - Byte.toUnsignedInt(byteAt(1, 20));
  }

  static boolean hasMagic(MemorySegment file) {
    return file.byteSize() >= HEADER
        && file.asSlice(0, MAGIC.length).mismatch(MemorySegment.ofArray(MAGIC)) < 0;
  }

  /// @param log the content of the `-wal` file beside it; empty when there is none
  static Pages open(MemorySegment file, MemorySegment log) throws DatabaseException {
    if (!hasMagic(file)) {
      throw new DatabaseException("it is no SQLite 3 database");
    }
    int size =
        Byte.toUnsignedInt(file.get(ValueLayout.JAVA_BYTE, 16)) << 8
            | Byte.toUnsignedInt(file.get(ValueLayout.JAVA_BYTE, 17));
    size = size == 1 ? 1 << 16 : size;
    if (size < 512 || Integer.bitCount(size) != 1) {
      throw new DatabaseException("its page size is " + size);
    }
    long count = file.byteSize() / size;
    if (count < 1 || count > Integer.MAX_VALUE) {
      throw new DatabaseException("it has " + count + " pages");
    }
    var pages = new Pages(file, log, WriteAheadLog.read(log, size), size, (int) count);
    if (pages.usable < 480) {
      throw new DatabaseException("only " + pages.usable + " bytes of a page are in use");
    }
    if (pages.intAt(1, 56) > 1) {
      throw new DatabaseException("its texts are not in UTF-8");
    }
    return pages;
  }

  int usable() {
    return usable;
  }

  int count() {
    return count;
  }

  /// The content of a page without its reserved end.
  MemorySegment page(int number) throws DatabaseException {
    long offset = offset(number);
    MemorySegment from = newer.containsKey(number) ? log : file;
    if (number < 1 || number > count || offset + size > from.byteSize()) {
      throw new DatabaseException("page " + number + " is not in the file");
    }
    return from.asSlice(offset, usable);
  }

  private long offset(int number) {
    Long logged = newer.get(number);
    return logged != null ? logged : (number - 1L) * size;
  }

  private byte byteAt(int page, int at) {
    return (newer.containsKey(page) ? log : file).get(ValueLayout.JAVA_BYTE, offset(page) + at);
  }

  private int intAt(int page, int at) {
    return (newer.containsKey(page) ? log : file).get(INT, offset(page) + at);
  }
}
