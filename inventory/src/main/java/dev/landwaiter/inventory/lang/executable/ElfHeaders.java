package dev.landwaiter.inventory.lang.executable;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/// ELF (System V ABI, generic part, chapters 4 and 5).
final class ElfHeaders {
  private static final int COUNT_LIMIT = 100_000;
  private static final int SYMBOL_LIMIT = 2_000_000;
  private static final int FOUND_LIMIT = 50_000;
  private static final int NAME_LIMIT = 512;

  private final Words words;
  private int symbolsRead;

  ElfHeaders(ByteBuffer file) throws BrokenExecutableException {
    boolean wide = file.get(4) == 2;
    words = Words.of(file, file.get(5) == 2 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN, wide);
  }

  Executable read() throws BrokenExecutableException {
    List<Section> sections = new ArrayList<>();
    List<Long> table = sectionHeaders();
    if (!table.isEmpty()) {
      long names = words.u16(words.wide() ? 62 : 50);
      names = names == 0xffff ? link(table.getFirst()) : names;
      long text = names > 0 && names < table.size() ? offset(table.get((int) names)) : -1;
      for (long header : table) {
        boolean stored = words.u32(header + 4) != 8 && words.u32(header + 4) != 0;
        if (stored && text >= 0) {
          sections.add(
              new Section(
                  words.name(text + words.u32(header), NAME_LIMIT),
                  words.word(header + (words.wide() ? 16 : 12)),
                  offset(header),
                  size(header)));
        }
      }
    }
    return new Executable(words.file(), List.copyOf(sections), segments());
  }

  private List<Segment> segments() throws BrokenExecutableException {
    long start = words.word(words.wide() ? 32 : 28);
    int step = words.u16(words.wide() ? 54 : 42);
    int count = words.u16(words.wide() ? 56 : 44);
    List<Segment> segments = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      long at = start + (long) i * step;
      if (words.u32(at) == 1) {
        long flags = words.u32(at + (words.wide() ? 4 : 24));
        segments.add(
            new Segment(
                "a segment",
                words.word(at + (words.wide() ? 16 : 8)),
                words.word(at + (words.wide() ? 8 : 4)),
                words.word(at + (words.wide() ? 32 : 16)),
                (flags & 3) == 2));
      }
    }
    return List.copyOf(segments);
  }

  /// The symbols whose names end so, sections of the type SHT_SYMTAB only.
  List<Symbol> symbols(String end) throws BrokenExecutableException {
    List<Symbol> symbols = new ArrayList<>();
    List<Long> table = sectionHeaders();
    for (long header : table) {
      long names = link(header);
      if (words.u32(header + 4) == 2 && names < table.size()) {
        addSymbols(header, offset(table.get((int) names)), end, symbols);
      }
    }
    return List.copyOf(symbols);
  }

  private void addSymbols(long header, long names, String end, List<Symbol> symbols)
      throws BrokenExecutableException {
    int step = words.wide() ? 24 : 16;
    long count = size(header) / step;
    for (long i = 0; i < count; i++) {
      long at = offset(header) + i * step;
      String name = words.name(names + words.u32(at), NAME_LIMIT);
      if (++symbolsRead > SYMBOL_LIMIT || symbols.size() > FOUND_LIMIT) {
        throw new BrokenExecutableException("has too many symbols");
      }
      if (name.endsWith(end)) {
        symbols.add(
            new Symbol(
                name,
                words.word(at + (words.wide() ? 8 : 4)),
                words.word(at + (words.wide() ? 16 : 8))));
      }
    }
  }

  private List<Long> sectionHeaders() throws BrokenExecutableException {
    long start = words.word(words.wide() ? 40 : 32);
    int step = words.u16(words.wide() ? 58 : 46);
    if (start == 0) {
      return List.of();
    }
    // More than 16 bits of sections are counted in the size of the first one.
    long count = words.u16(words.wide() ? 60 : 48);
    count = count == 0 ? size(start) : count;
    if (count < 0 || count > COUNT_LIMIT) {
      throw new BrokenExecutableException("has more than " + COUNT_LIMIT + " sections");
    }
    List<Long> headers = new ArrayList<>();
    for (long i = 0; i < count; i++) {
      headers.add(start + i * step);
    }
    return headers;
  }

  private long offset(long header) throws BrokenExecutableException {
    return words.word(header + (words.wide() ? 24 : 16));
  }

  private long size(long header) throws BrokenExecutableException {
    return words.word(header + (words.wide() ? 32 : 20));
  }

  private long link(long header) throws BrokenExecutableException {
    return words.u32(header + (words.wide() ? 40 : 24));
  }
}
