package dev.landwaiter.inventory.lang.executable;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/// The custom sections of a WebAssembly module (WebAssembly Core 2.0, 5.5).
final class WasmHeaders {
  private static final int NAME_LIMIT = 256;
  private static final int SECTION_LIMIT = 100_000;

  private final Words words;
  private long at = 8;

  private WasmHeaders(ByteBuffer file) {
    words = Words.of(file, ByteOrder.LITTLE_ENDIAN, false);
  }

  static Executable read(ByteBuffer file) throws BrokenExecutableException {
    return new WasmHeaders(file).read();
  }

  private Executable read() throws BrokenExecutableException {
    List<Section> sections = new ArrayList<>();
    while (at < words.file().limit()) {
      int id = words.u8(at++);
      long size = number();
      long end = at + size;
      if (id == 0) {
        long length = number();
        if (length <= NAME_LIMIT) {
          String name = words.name(at, (int) length);
          sections.add(new Section(name, 0, at + length, end - at - length));
        }
      }
      at = end;
      if (sections.size() > SECTION_LIMIT) {
        throw new BrokenExecutableException("has more than " + SECTION_LIMIT + " sections");
      }
    }
    return new Executable(words.file(), List.copyOf(sections), List.of());
  }

  // LEB128, unsigned, of at most 32 bits.
  private long number() throws BrokenExecutableException {
    long value = 0;
    for (int shift = 0; shift < 35; shift += 7) {
      int part = words.u8(at++);
      value |= (long) (part & 0x7f) << shift;
      if (part < 0x80) {
        return value;
      }
    }
    throw new BrokenExecutableException("has a section without a readable size");
  }
}
