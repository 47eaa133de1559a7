package dev.landwaiter.inventory.lang.executable;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Portable executables (Microsoft, "PE Format").
final class PeHeaders {
  private static final long INITIALISED_READ_WRITE = 0xc0000040L;
  private static final long ALIGNMENT = 0x00f00000L;

  private PeHeaders() {}

  /// Empty for a program of MS-DOS, which begins with the same two letters.
  static Optional<Executable> read(ByteBuffer file) throws BrokenExecutableException {
    Words words = Words.of(file, ByteOrder.LITTLE_ENDIAN, true);
    long start = words.u32(0x3c);
    if (start > file.limit() - 24 || words.u32(start) != 0x00004550) {
      return Optional.empty();
    }
    long coff = start + 4;
    long optional = coff + 20;
    int optionalSize = words.u16(coff + 16);
    long base =
        switch (optionalSize == 0 ? 0 : words.u16(optional)) {
          case 0x20b -> words.u64(optional + 24);
          case 0x10b -> words.u32(optional + 28);
          default -> 0;
        };
    List<Section> sections = new ArrayList<>();
    List<Segment> segments = new ArrayList<>();
    for (int i = 0; i < words.u16(coff + 2); i++) {
      long at = optional + optionalSize + 40L * i;
      String name = words.name(at, 8);
      long address = base + words.u32(at + 12);
      // What is stored is padded to whole blocks; what is loaded is not.
      long stored = words.u32(at + 16);
      long loaded = words.u32(at + 8);
      long size = loaded > 0 ? Math.min(stored, loaded) : stored;
      sections.add(new Section(name, address, words.u32(at + 20), size));
      segments.add(
          new Segment(
              name,
              address,
              words.u32(at + 20),
              stored,
              (words.u32(at + 36) & ~ALIGNMENT) == INITIALISED_READ_WRITE
                  && words.u32(at + 12) != 0
                  && stored > 0));
    }
    return Optional.of(new Executable(words.file(), List.copyOf(sections), List.copyOf(segments)));
  }
}
