package dev.landwaiter.inventory.lang.archive;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// A ZIP file in memory (APPNOTE 6.3.10). Only the central directory counts: what local headers say
/// besides is ignored, and bytes before the archive are allowed.
public final class ZipArchive {
  private static final int END_SIZE = 22;
  private static final int COMMENT_LIMIT = 0xffff;
  private static final int RATIO_LIMIT = 200;
  private static final long RATIO_FROM = 1 << 20;

  private final ByteBuffer file;
  private final long base;
  private final List<ArchiveEntry> entries;
  private final ArchiveBudget budget;

  private ZipArchive(ByteBuffer file, Directory directory, ArchiveBudget budget)
      throws ArchiveException {
    this.file = file;
    this.budget = budget;
    this.base = directory.base;
    this.entries = readEntries(directory);
  }

  /// Reads the central directory.
  ///
  /// @throws ArchiveException when this is no ZIP file, it is cut off, or the budget is spent
  public static ZipArchive open(ByteBuffer bytes, ArchiveBudget budget) throws ArchiveException {
    ByteBuffer file = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
    return new ZipArchive(file, findDirectory(file), budget);
  }

  /// The entries in the order of the central directory; folders end in `/`.
  public List<ArchiveEntry> entries() {
    return entries;
  }

  /// Unpacks one entry.
  ///
  /// @param limit of the unpacked size in bytes
  /// @throws ArchiveException when the entry is damaged, of an unknown method, larger than the
  ///   limit, suspiciously well packed, or the budget is spent
  public ByteBuffer read(ArchiveEntry entry, int limit) throws ArchiveException {
    if (entry.size() > limit) {
      throw new ArchiveException(
          entry.name() + " unpacks to " + entry.size() + " bytes, more than " + limit);
    }
    if (entry.size() > RATIO_FROM && entry.size() / RATIO_LIMIT > entry.compressed()) {
      throw new ArchiveException(entry.name() + " is packed more than " + RATIO_LIMIT + " fold");
    }
    budget.spendBytes(entry.size());
    ByteBuffer packed = packed(entry);
    ByteBuffer plain =
        switch (entry.method()) {
          case 0 -> packed;
          case 8 -> inflate(entry, packed);
          default ->
              throw new ArchiveException(
                  entry.name() + " uses the unknown method " + entry.method());
        };
    if (plain.remaining() != entry.size()) {
      throw new ArchiveException(entry.name() + " is not as long as its directory says");
    }
    var crc = new CRC32();
    crc.update(plain.duplicate());
    if (crc.getValue() != entry.crc()) {
      throw new ArchiveException(entry.name() + " is damaged: its check sum differs");
    }
    return plain;
  }

  private ByteBuffer packed(ArchiveEntry entry) throws ArchiveException {
    long at = base + entry.header();
    if (at < 0 || at + 30 > file.limit() || file.getInt((int) at) != 0x04034b50) {
      throw new ArchiveException(entry.name() + " has no local header where it should be");
    }
    long start = at + 30 + u16((int) at + 26) + u16((int) at + 28);
    if (entry.compressed() < 0 || start + entry.compressed() > file.limit()) {
      throw new ArchiveException(entry.name() + " ends outside the archive");
    }
    return file.slice((int) start, (int) entry.compressed());
  }

  private static ByteBuffer inflate(ArchiveEntry entry, ByteBuffer packed) throws ArchiveException {
    // The size was checked against the ratio before, so that it is backed by real bytes.
    ByteBuffer plain = ByteBuffer.allocate((int) entry.size());
    var inflater = new Inflater(true);
    try {
      inflater.setInput(packed);
      while (plain.hasRemaining() && !inflater.finished()) {
        if (inflater.inflate(plain) == 0 && !inflater.finished()) {
          throw new ArchiveException(entry.name() + " breaks off");
        }
      }
    } catch (DataFormatException e) {
      throw new ArchiveException(entry.name() + " is damaged: no deflated data");
    } finally {
      inflater.end();
    }
    return plain.flip();
  }

  private record Directory(long base, long start, long size, long count) {}

  private static Directory findDirectory(ByteBuffer file) throws ArchiveException {
    int last = file.limit() - END_SIZE;
    for (int at = last; at >= Math.max(0, last - COMMENT_LIMIT); at--) {
      if (file.getInt(at) == 0x06054b50
          && at + END_SIZE + Short.toUnsignedInt(file.getShort(at + 20)) <= file.limit()) {
        return directoryAt(file, at);
      }
    }
    throw new ArchiveException("is no ZIP archive: it has no central directory");
  }

  private static Directory directoryAt(ByteBuffer file, int end) throws ArchiveException {
    long count = Short.toUnsignedInt(file.getShort(end + 10));
    long size = Integer.toUnsignedLong(file.getInt(end + 12));
    long offset = Integer.toUnsignedLong(file.getInt(end + 16));
    long endOfDirectory = end;
    if (count == 0xffff || size == 0xffffffffL || offset == 0xffffffffL) {
      int large = zip64End(file, end);
      if (large >= 0) {
        count = file.getLong(large + 32);
        size = file.getLong(large + 40);
        offset = file.getLong(large + 48);
        endOfDirectory = large;
      }
    }
    if (size < 0 || offset < 0 || count < 0 || size > endOfDirectory) {
      throw new ArchiveException("has a central directory that does not fit into it");
    }
    long start = endOfDirectory - size;
    long base = start - offset;
    boolean asWritten =
        offset + 4 <= file.limit() && file.getInt((int) offset) == 0x02014b50 && base != 0;
    return base < 0 || asWritten
        ? new Directory(0, offset, size, count)
        : new Directory(base, start, size, count);
  }

  private static int zip64End(ByteBuffer file, int end) {
    int locator = end - 20;
    if (locator < 0 || file.getInt(locator) != 0x07064b50) {
      return -1;
    }
    long at = file.getLong(locator + 8);
    return at >= 0 && at + 56 <= locator && file.getInt((int) at) == 0x06064b50 ? (int) at : -1;
  }

  private List<ArchiveEntry> readEntries(Directory directory) throws ArchiveException {
    List<ArchiveEntry> found = new ArrayList<>();
    long at = directory.start;
    for (long i = 0; i < directory.count; i++) {
      if (at + 46 > file.limit() || file.getInt((int) at) != 0x02014b50) {
        throw new ArchiveException("has a central directory that breaks off at entry " + i);
      }
      int here = (int) at;
      int nameSize = u16(here + 28);
      int extraSize = u16(here + 30);
      long next = at + 46 + nameSize + extraSize + u16(here + 32);
      if (next > file.limit()) {
        throw new ArchiveException("has a central directory that breaks off at entry " + i);
      }
      budget.spendEntry();
      found.add(entry(here, nameSize, extraSize));
      at = next;
    }
    return List.copyOf(found);
  }

  private ArchiveEntry entry(int at, int nameSize, int extraSize) {
    byte[] name = new byte[nameSize];
    file.get(at + 46, name);
    boolean encrypted = (u16(at + 8) & 1) != 0;
    long[] sizes = {u32(at + 24), u32(at + 20), u32(at + 42)};
    widen(at + 46 + nameSize, extraSize, sizes);
    return new ArchiveEntry(
        new String(name, StandardCharsets.UTF_8),
        encrypted ? -1 : u16(at + 10),
        sizes[1],
        sizes[0],
        u32(at + 16),
        sizes[2]);
  }

  // The extra field 1 holds, in this order, those of the three numbers that did not fit.
  private void widen(int start, int length, long[] numbers) {
    int at = start;
    while (at + 4 <= start + length) {
      int size = u16(at + 2);
      int value = at + 4;
      int end = Math.min(value + size, start + length);
      if (u16(at) == 1) {
        for (int i = 0; i < numbers.length && value + 8 <= end; i++) {
          if (numbers[i] == 0xffffffffL) {
            numbers[i] = file.getLong(value);
            value += 8;
          }
        }
        return;
      }
      at += 4 + size;
    }
  }

  private int u16(int at) {
    return Short.toUnsignedInt(file.getShort(at));
  }

  private long u32(int at) {
    return Integer.toUnsignedLong(file.getInt(at));
  }
}
