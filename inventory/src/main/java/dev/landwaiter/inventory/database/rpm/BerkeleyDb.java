package dev.landwaiter.inventory.database.rpm;

import dev.landwaiter.inventory.database.DatabaseException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.BitSet;

/// A hash database of BerkeleyDB (its sources, dbinc/db_page.h): the values that lie on overflow
/// pages, which is where rpm's package headers are.
final class BerkeleyDb {
  private static final int MAGIC = 0x00061561;
  private static final int META_TYPE = 8;
  private static final int HASH_UNSORTED = 2;
  private static final int HASH = 13;
  private static final int OVERFLOW = 7;
  private static final int OFF_PAGE = 3;
  private static final int HEADER = 26;

  private final ByteBuffer bytes;
  private final int pageSize;
  private final int pages;
  private final BitSet used = new BitSet();

  private BerkeleyDb(ByteBuffer bytes, int pageSize, int pages) {
    this.bytes = bytes;
    this.pageSize = pageSize;
    this.pages = pages;
  }

  static boolean isBerkeleyDb(byte[] file) {
    return file.length >= 512 && order(file).getInt(12) == MAGIC;
  }

  private static ByteBuffer order(byte[] file) {
    ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    return bytes.getInt(12) == Integer.reverseBytes(MAGIC)
        ? bytes.order(ByteOrder.BIG_ENDIAN)
        : bytes;
  }

  static void read(byte[] file, HeaderVisitor visitor) throws DatabaseException {
    ByteBuffer bytes = order(file);
    int pageSize = bytes.getInt(20);
    if (pageSize < 512 || pageSize > 65536 || Integer.bitCount(pageSize) != 1) {
      throw new DatabaseException("its page size is " + Integer.toUnsignedString(pageSize));
    }
    if (bytes.get(24) != 0) {
      throw new DatabaseException("it is encrypted");
    }
    if (bytes.get(25) != META_TYPE) {
      throw new DatabaseException("it is no hash database");
    }
    long pages = Integer.toUnsignedLong(bytes.getInt(32)) + 1;
    if (pages * pageSize > file.length) {
      visitor.damaged("it claims " + pages + " pages, more than the file holds");
    }
    var reader = new BerkeleyDb(bytes, pageSize, (int) Math.min(pages, file.length / pageSize));
    for (int page = 1; page < reader.pages; page++) {
      int type = bytes.get(page * pageSize + 25);
      if (type == HASH || type == HASH_UNSORTED) {
        reader.readHashPage(page, visitor);
      }
    }
  }

  private void readHashPage(int page, HeaderVisitor visitor) {
    int start = page * pageSize;
    int entries = Short.toUnsignedInt(bytes.getShort(start + 20));
    if (entries % 2 != 0 || HEADER + 2 * entries > pageSize) {
      visitor.damaged("page " + page + " claims " + entries + " entries");
      return;
    }
    // Keys stand at even places, their values behind them.
    for (int i = 1; i < entries; i += 2) {
      int offset = Short.toUnsignedInt(bytes.getShort(start + HEADER + 2 * i));
      if (offset < HEADER || offset >= pageSize) {
        visitor.damaged("an entry of page " + page + " lies outside it");
      } else if (bytes.get(start + offset) == OFF_PAGE) {
        try {
          visitor.header(offPage(page, offset));
        } catch (DatabaseException e) {
          visitor.damaged(e.what());
        }
      }
    }
  }

  private byte[] offPage(int page, int offset) throws DatabaseException {
    if (offset + 12 > pageSize) {
      throw new DatabaseException("an entry of page " + page + " leaves it");
    }
    long next = Integer.toUnsignedLong(bytes.getInt(page * pageSize + offset + 4));
    long length = Integer.toUnsignedLong(bytes.getInt(page * pageSize + offset + 8));
    var value = new ByteArrayOutputStream();
    while (next != 0) {
      if (next >= pages) {
        throw new DatabaseException("overflow page " + next + " does not exist");
      }
      int number = (int) next;
      int start = number * pageSize;
      if (used.get(number)) {
        throw new DatabaseException("overflow page " + next + " is used twice");
      }
      used.set(number);
      if (bytes.get(start + 25) != OVERFLOW) {
        throw new DatabaseException("page " + next + " is no overflow page");
      }
      next = Integer.toUnsignedLong(bytes.getInt(start + 16));
      int part = next != 0 ? pageSize - HEADER : Short.toUnsignedInt(bytes.getShort(start + 22));
      if (part > pageSize - HEADER) {
        throw new DatabaseException("overflow page " + number + " claims " + part + " bytes");
      }
      var content = new byte[part];
      bytes.get(start + HEADER, content);
      value.writeBytes(content);
    }
    if (value.size() != length) {
      throw new DatabaseException("a value has " + value.size() + " bytes instead of " + length);
    }
    return value.toByteArray();
  }
}
