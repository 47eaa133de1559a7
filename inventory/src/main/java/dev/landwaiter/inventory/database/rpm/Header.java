package dev.landwaiter.inventory.database.rpm;

import dev.landwaiter.inventory.database.DatabaseException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A package header as rpm stores it: typed values by tag (rpm's documentation, "RPM V4 header
/// format"), limited to what a database of 256 MiB can hold.
final class Header {
  /// Elements of one array; the largest packages own some hundred thousand files.
  static final int ELEMENT_LIMIT = 1 << 20;

  /// Entries of one header, as rpm itself limits them.
  static final int ENTRY_LIMIT = 0xffff;

  private static final int LIMIT = 256 << 20;
  private static final int ENTRY = 16;
  private static final int BINARY = 7;
  private static final int STRING = 6;
  private static final int I18N = 9;

  private final ByteBuffer data;
  private final Map<Integer, Entry> entries = new HashMap<>();

  private record Entry(int tag, int type, int offset, int count) {
    int width() {
      return switch (type) {
        case 3 -> 2;
        case 4 -> 4;
        case 5 -> 8;
        default -> 1;
      };
    }
  }

  private Header(ByteBuffer data) {
    this.data = data;
  }

  static Header parse(byte[] blob) throws DatabaseException {
    if (blob.length < 8) {
      throw new DatabaseException("a header has only " + blob.length + " bytes");
    }
    ByteBuffer bytes = ByteBuffer.wrap(blob);
    int count = bytes.getInt(0);
    int length = bytes.getInt(4);
    long size = 8 + (long) ENTRY * count + length;
    if (count < 1 || count > ENTRY_LIMIT || length < 0 || size > blob.length || size > LIMIT) {
      throw new DatabaseException("a header claims " + count + " entries, " + length + " bytes");
    }
    var header = new Header(bytes.slice(8 + ENTRY * count, length));
    Entry first = entry(bytes, 0);
    boolean region = first.tag >= 61 && first.tag <= 63;
    if (!region && first.tag < 100) {
      throw new DatabaseException("a header begins with the tag " + first.tag);
    }
    int dribbles = region ? header.regionEnd(first, count) : count;
    for (int i = region ? 1 : 0; i < count; i++) {
      Entry entry = entry(bytes, i);
      header.check(entry);
      // What was added on installation stands behind the region and replaces what is in it.
      if (i >= dribbles) {
        header.entries.put(entry.tag, entry);
      } else {
        header.entries.putIfAbsent(entry.tag, entry);
      }
    }
    return header;
  }

  private static Entry entry(ByteBuffer bytes, int index) {
    int at = 8 + ENTRY * index;
    return new Entry(
        bytes.getInt(at), bytes.getInt(at + 4), bytes.getInt(at + 8), bytes.getInt(at + 12));
  }

  /// The number of entries that belong to the region, its own included.
  private int regionEnd(Entry first, int count) throws DatabaseException {
    if (first.type != BINARY || first.count != ENTRY) {
      throw new DatabaseException("the region of a header is of another form");
    }
    if (first.offset == 0) {
      return count;
    }
    if (first.offset < 0 || first.offset > data.capacity() - ENTRY) {
      throw new DatabaseException("the region of a header ends outside its data");
    }
    int end = data.getInt(first.offset + 8);
    int entries = -(end / ENTRY);
    if (end % ENTRY != 0 || entries < 1 || entries > count) {
      throw new DatabaseException("the region of a header claims " + entries + " entries");
    }
    return entries;
  }

  private void check(Entry entry) throws DatabaseException {
    boolean known = entry.type >= 0 && entry.type <= I18N;
    if (!known
        || entry.count < 0
        || entry.offset < 0
        || entry.offset % entry.width() != 0
        || entry.offset + (long) entry.width() * Math.max(1, entry.count) > data.capacity()) {
      throw new DatabaseException("the value of tag " + entry.tag + " is not inside its header");
    }
  }

  /// The first text of a tag, or the empty text when it is missing.
  String text(int tag) throws DatabaseException {
    Entry entry = entries.get(tag);
    if (entry == null) {
      return "";
    }
    List<String> texts = read(entry, 1);
    return texts.isEmpty() ? "" : texts.getFirst();
  }

  List<String> texts(int tag) throws DatabaseException {
    Entry entry = entries.get(tag);
    return entry == null ? List.of() : read(entry, entry.count);
  }

  private List<String> read(Entry entry, int count) throws DatabaseException {
    if (entry.type != STRING && entry.type != 8 && entry.type != I18N) {
      throw new DatabaseException("tag " + entry.tag + " holds no text");
    }
    limit(entry);
    List<String> texts = new ArrayList<>();
    int at = entry.offset;
    for (int i = 0; i < Math.min(count, entry.count); i++) {
      int end = at;
      while (end < data.capacity() && data.get(end) != 0) {
        end++;
      }
      if (end == data.capacity()) {
        throw new DatabaseException("a text of tag " + entry.tag + " has no end");
      }
      var bytes = new byte[end - at];
      data.get(at, bytes);
      texts.add(new String(bytes, StandardCharsets.UTF_8));
      at = end + 1;
    }
    return texts;
  }

  /// The 32-bit numbers of a tag, none when it is missing.
  int[] numbers(int tag) throws DatabaseException {
    Entry entry = entries.get(tag);
    if (entry == null) {
      return new int[0];
    }
    if (entry.type != 4) {
      throw new DatabaseException("tag " + tag + " holds no 32-bit numbers");
    }
    limit(entry);
    var numbers = new int[entry.count];
    Arrays.setAll(numbers, i -> data.getInt(entry.offset + 4 * i));
    return numbers;
  }

  byte[] binary(int tag) throws DatabaseException {
    Entry entry = entries.get(tag);
    if (entry == null) {
      return new byte[0];
    }
    if (entry.type != BINARY) {
      throw new DatabaseException("tag " + tag + " holds no bytes");
    }
    var bytes = new byte[entry.count];
    data.get(entry.offset, bytes);
    return bytes;
  }

  private static void limit(Entry entry) throws DatabaseException {
    if (entry.count > ELEMENT_LIMIT) {
      throw new DatabaseException(
          "tag " + entry.tag + " has " + entry.count + " elements, more than " + ELEMENT_LIMIT);
    }
  }
}
