package dev.landwaiter.inventory.lang;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Small 64-bit ELF files for tests: one writable segment and named sections.
public final class ElfBytes {
  /// Where the writable segment is loaded.
  public static final long ADDRESS = 0x400000;

  private static final int HEADER = 64;
  private static final int SEGMENT = 56;

  @SuppressWarnings("ArrayRecordComponent")
  private record Part(String name, int type, int link, byte[] content) {}

  private final List<Part> parts = new ArrayList<>();

  /// Adds a section; all of them lie in the segment, each at a multiple of 16.
  public ElfBytes section(String name, byte[] content) {
    parts.add(new Part(name, 1, 0, content));
    return this;
  }

  /// Adds a symbol table whose names stand in the section added after it.
  public ElfBytes symbols(byte[] content) {
    parts.add(new Part(".symtab", 2, parts.size() + 2, content));
    return this;
  }

  /// The address at which the next section will lie.
  public long nextAddress() {
    return ADDRESS + parts.stream().mapToInt(p -> padded(p.content.length)).sum();
  }

  private static int padded(int size) {
    return (size + 15) & ~15;
  }

  public byte[] bytes() {
    var names = new ByteArrayOutputStream();
    names.write(0);
    var data = new ByteArrayOutputStream();
    int start = padded(HEADER + SEGMENT);
    List<long[]> rows = new ArrayList<>();
    rows.add(new long[5]);
    for (Part part : parts) {
      rows.add(
          new long[] {
            names.size(), part.type, start + data.size(), part.content.length, part.link
          });
      names.writeBytes((part.name + "\0").getBytes(StandardCharsets.UTF_8));
      data.writeBytes(part.content);
      data.writeBytes(new byte[padded(part.content.length) - part.content.length]);
    }
    rows.add(new long[] {names.size(), 3, start + data.size(), 0, 0});
    names.writeBytes(".shstrtab\0".getBytes(StandardCharsets.UTF_8));
    rows.getLast()[3] = names.size();
    int table = start + data.size() + padded(names.size());
    ByteBuffer file = ByteBuffer.allocate(table + 64 * rows.size()).order(ByteOrder.LITTLE_ENDIAN);
    file.put(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1});
    file.putLong(32, HEADER).putLong(40, table);
    file.putShort(54, (short) SEGMENT).putShort(56, (short) 1);
    file.putShort(58, (short) 64).putShort(60, (short) rows.size());
    file.putShort(62, (short) (rows.size() - 1));
    file.putInt(HEADER, 1).putInt(HEADER + 4, 6);
    file.putLong(HEADER + 8, start).putLong(HEADER + 16, ADDRESS);
    file.putLong(HEADER + 32, data.size());
    file.put(start, data.toByteArray());
    file.put(start + data.size(), names.toByteArray());
    for (int i = 0; i < rows.size(); i++) {
      int at = table + 64 * i;
      long[] row = rows.get(i);
      file.putInt(at, (int) row[0]).putInt(at + 4, (int) row[1]);
      file.putLong(at + 16, ADDRESS + row[2] - start);
      file.putLong(at + 24, row[2]).putLong(at + 32, row[3]).putInt(at + 40, (int) row[4]);
    }
    return file.array();
  }
}
