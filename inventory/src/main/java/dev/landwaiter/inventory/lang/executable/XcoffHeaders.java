package dev.landwaiter.inventory.lang.executable;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/// XCOFF (IBM, "XCOFF Object File Format").
final class XcoffHeaders {
  static final int NARROW = 0x01df;
  static final int WIDE = 0x01f7;

  private XcoffHeaders() {}

  static Executable read(ByteBuffer file) throws BrokenExecutableException {
    boolean wide = Short.toUnsignedInt(file.getShort(0)) == WIDE;
    Words words = Words.of(file, ByteOrder.BIG_ENDIAN, wide);
    long table = (wide ? 24L : 20L) + words.u16(16);
    long unit = wide ? 8 : 4;
    List<Section> sections = new ArrayList<>();
    List<Segment> segments = new ArrayList<>();
    for (int i = 0; i < words.u16(2); i++) {
      long at = table + (wide ? 72L : 40L) * i;
      String name = words.name(at, 8);
      long address = words.word(at + 8 + unit);
      long size = words.word(at + 8 + 2 * unit);
      long offset = words.word(at + 8 + 3 * unit);
      if (offset > 0) {
        sections.add(new Section(name, address, offset, size));
        segments.add(new Segment(name, address, offset, size, name.equals(".data")));
      }
    }
    return new Executable(words.file(), List.copyOf(sections), List.copyOf(segments));
  }
}
