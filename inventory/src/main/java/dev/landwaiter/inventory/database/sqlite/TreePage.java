package dev.landwaiter.inventory.database.sqlite;

import dev.landwaiter.inventory.database.DatabaseException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/// One page of a table's or an index's tree (SQLite database file format, section 1.6).
final class TreePage {
  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
  private static final ValueLayout.OfShort SHORT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

  private final Walk walk;
  private final MemorySegment page;
  private final int start;
  private final boolean leaf;
  private final boolean table;
  private final int count;

  /// Enters a page, which has to belong to a table or to an index as told.
  TreePage(Walk walk, int number, boolean table) throws DatabaseException {
    walk.enter(number);
    this.walk = walk;
    this.page = walk.pages().page(number);
    this.start = number == 1 ? Pages.HEADER : 0;
    this.table = table;
    int type = page.get(ValueLayout.JAVA_BYTE, start);
    this.leaf = type == (table ? 0x0d : 0x0a);
    if (!leaf && type != (table ? 0x05 : 0x02)) {
      throw new DatabaseException("page " + number + " is no page of its tree");
    }
    this.count = Short.toUnsignedInt(page.get(SHORT, start + 3));
    if (start + (leaf ? 8 : 12) + 2L * count > page.byteSize()) {
      throw new DatabaseException("page " + number + " claims " + count + " entries");
    }
  }

  boolean leaf() {
    return leaf;
  }

  /// How many entries there are; an inner page has one more child than entries.
  int count() {
    return count;
  }

  /// The page number of a child; the one after the last entry is the right-most.
  int child(int index) throws DatabaseException {
    return index == count ? page.get(INT, start + 8) : at(index).getInt();
  }

  /// The greatest rowid below the child, of an inner page of a table.
  long key(int index) throws DatabaseException {
    ByteBuffer cell = at(index);
    cell.getInt();
    return Varint.read(cell);
  }

  /// The rowid of an entry of a table's leaf.
  long rowid(int index) throws DatabaseException {
    ByteBuffer cell = at(index);
    Varint.read(cell);
    return Varint.read(cell);
  }

  /// The record of an entry: of a table's leaf, or of any page of an index.
  Row row(int index) throws DatabaseException {
    ByteBuffer cell = at(index);
    if (!table && !leaf) {
      cell.getInt();
    }
    long length = Varint.read(cell);
    long rowid = table ? Varint.read(cell) : 0;
    List<Cell> cells = Payload.columns(Payload.gather(walk, page, cell.position(), length, table));
    if (!table) {
      rowid = cells.isEmpty() ? 0 : cells.getLast().number();
    }
    return new Row(rowid, cells);
  }

  private ByteBuffer at(int index) throws DatabaseException {
    int offset = Short.toUnsignedInt(page.get(SHORT, start + (leaf ? 8 : 12) + 2L * index));
    // Every entry has four bytes at least: a child's number, or two lengths and a record.
    if (offset + 4L > page.byteSize()) {
      throw new DatabaseException("an entry lies outside its page");
    }
    return page.asByteBuffer().order(ByteOrder.BIG_ENDIAN).position(offset);
  }
}
