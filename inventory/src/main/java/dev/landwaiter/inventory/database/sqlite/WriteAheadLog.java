package dev.landwaiter.inventory.database.sqlite;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;

/// Which pages a write-ahead log replaces (SQLite database file format, section 4).
///
/// @param pages offset in the log of the newest committed content of each page
/// @param pageCount pages of the database after the last commit, 0 when there is none
record WriteAheadLog(Map<Integer, Long> pages, int pageCount) {
  private static final WriteAheadLog NONE = new WriteAheadLog(Map.of(), 0);
  private static final int HEADER = 32;
  private static final int FRAME = 24;
  private static final int MAGIC = 0x377f0682;
  private static final ValueLayout.OfInt BIG =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
  private static final ValueLayout.OfInt LITTLE =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  /// Reads up to the first frame that does not belong to this log; what follows the last commit
  /// does not count. A log that is damaged or of another page size replaces nothing, as SQLite
  /// itself treats it.
  static WriteAheadLog read(MemorySegment log, int pageSize) {
    if (log.byteSize() < HEADER || (log.get(BIG, 0) & ~1) != MAGIC || log.get(BIG, 8) != pageSize) {
      return NONE;
    }
    ValueLayout.OfInt order = (log.get(BIG, 0) & 1) == 1 ? BIG : LITTLE;
    var sum = new Checksum(order);
    sum.add(log, 0, 24);
    if (!sum.equalsAt(log, 24)) {
      return NONE;
    }
    Map<Integer, Long> pages = new HashMap<>();
    Map<Integer, Long> open = new HashMap<>();
    int count = 0;
    for (long at = HEADER; at + FRAME + pageSize <= log.byteSize(); at += FRAME + pageSize) {
      sum.add(log, at, 8);
      sum.add(log, at + FRAME, pageSize);
      boolean belongs =
          log.get(BIG, at + 8) == log.get(BIG, 16)
              && log.get(BIG, at + 12) == log.get(BIG, 20)
              && sum.equalsAt(log, at + 16);
      if (!belongs) {
        break;
      }
      open.put(log.get(BIG, at), at + FRAME);
      int commit = log.get(BIG, at + 4);
      if (commit > 0) {
        count = commit;
        pages.putAll(open);
        open.clear();
      }
    }
    return count == 0 ? NONE : new WriteAheadLog(pages, count);
  }

  /// The running checksum over pairs of 32-bit words (section 4.2).
  private static final class Checksum {
    private final ValueLayout.OfInt order;
    private int first;
    private int second;

    Checksum(ValueLayout.OfInt order) {
      this.order = order;
    }

    void add(MemorySegment bytes, long from, int length) {
      for (long at = from; at < from + length; at += 8) {
        first += bytes.get(order, at) + second;
        second += bytes.get(order, at + 4) + first;
      }
    }

    boolean equalsAt(MemorySegment bytes, long at) {
      return bytes.get(BIG, at) == first && bytes.get(BIG, at + 4) == second;
    }
  }
}
