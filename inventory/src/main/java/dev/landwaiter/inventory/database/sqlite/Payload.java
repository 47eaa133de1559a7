package dev.landwaiter.inventory.database.sqlite;

import dev.landwaiter.inventory.database.DatabaseException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// One record: its bytes gathered from a tree page and its overflow pages, and its columns (SQLite
/// database file format, sections 1.5 to 2.1).
final class Payload {
  /// The largest record that is read, as for every file and header of a package database.
  static final int LIMIT = 256 << 20;

  /// Columns of a table, as SQLite itself limits them.
  static final int COLUMN_LIMIT = 32767;

  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

  private Payload() {}

  /// @param at where the local part begins
  /// @param length of the whole record in bytes
  static byte[] gather(Walk walk, MemorySegment page, long at, long length, boolean table)
      throws DatabaseException {
    int usable = walk.pages().usable();
    if (length < 0 || length > LIMIT || length > (long) usable * walk.pages().count()) {
      throw new DatabaseException("a record claims " + length + " bytes");
    }
    int local = local((int) length, usable, table);
    if (at + local + (local < length ? 4 : 0) > page.byteSize()) {
      throw new DatabaseException("a record leaves its page");
    }
    var record = new byte[(int) length];
    MemorySegment.copy(page, ValueLayout.JAVA_BYTE, at, record, 0, local);
    int filled = local;
    int next = local < length ? page.get(INT, at + local) : 0;
    while (filled < length) {
      walk.enter(next);
      MemorySegment overflow = walk.pages().page(next);
      int part = Math.min(usable - 4, (int) length - filled);
      MemorySegment.copy(overflow, ValueLayout.JAVA_BYTE, 4, record, filled, part);
      filled += part;
      next = overflow.get(INT, 0);
    }
    return record;
  }

  /// How many bytes of a record lie on the tree page itself.
  private static int local(int length, int usable, boolean table) {
    int most = table ? usable - 35 : (usable - 12) * 64 / 255 - 23;
    if (length <= most) {
      return length;
    }
    int least = (usable - 12) * 32 / 255 - 23;
    int fitting = least + (length - least) % (usable - 4);
    return fitting <= most ? fitting : least;
  }

  static List<Cell> columns(byte[] record) throws DatabaseException {
    ByteBuffer bytes = ByteBuffer.wrap(record);
    long headerLength = Varint.read(bytes);
    if (headerLength < bytes.position() || headerLength > record.length) {
      throw new DatabaseException("the header of a record is longer than the record");
    }
    ByteBuffer header = bytes.slice(bytes.position(), (int) headerLength - bytes.position());
    bytes.position((int) headerLength);
    List<Cell> cells = new ArrayList<>();
    while (header.hasRemaining()) {
      if (cells.size() == COLUMN_LIMIT) {
        throw new DatabaseException("a record has more than " + COLUMN_LIMIT + " columns");
      }
      cells.add(cell(Varint.read(header), bytes));
    }
    return cells;
  }

  private static Cell cell(long type, ByteBuffer bytes) throws DatabaseException {
    return switch (Math.clamp(type, -1, 12)) {
      case 0 -> Cell.Null.NULL;
      case 1, 2, 3, 4 -> new Cell.Whole(whole(bytes, (int) type));
      case 5 -> new Cell.Whole(whole(bytes, 6));
      case 6 -> new Cell.Whole(whole(bytes, 8));
      case 7 -> new Cell.Real(Double.longBitsToDouble(whole(bytes, 8)));
      case 8 -> new Cell.Whole(0);
      case 9 -> new Cell.Whole(1);
      case 12 -> {
        byte[] content = take(bytes, (type - 12) / 2);
        yield type % 2 == 0
            ? new Cell.Blob(content)
            : new Cell.Text(new String(content, StandardCharsets.UTF_8));
      }
      default -> throw new DatabaseException("a column has the unknown type " + type);
    };
  }

  private static long whole(ByteBuffer bytes, int length) throws DatabaseException {
    byte[] content = take(bytes, length);
    long value = content[0];
    for (int i = 1; i < length; i++) {
      value = value << 8 | Byte.toUnsignedInt(content[i]);
    }
    return value;
  }

  private static byte[] take(ByteBuffer bytes, long length) throws DatabaseException {
    if (length > bytes.remaining()) {
      throw new DatabaseException("a column is longer than its record");
    }
    var content = new byte[(int) length];
    bytes.get(content);
    return content;
  }
}
