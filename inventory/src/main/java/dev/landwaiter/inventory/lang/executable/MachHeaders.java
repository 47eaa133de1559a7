package dev.landwaiter.inventory.lang.executable;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/// Mach-O (Apple, "OS X ABI Mach-O File Format Reference").
final class MachHeaders {
  private static final int NARROW = 0xfeedface;
  private static final int WIDE = 0xfeedfacf;
  private static final long SEGMENT_NARROW = 1;
  private static final long SEGMENT_WIDE = 0x19;
  private static final int COMMAND_LIMIT = 10_000;

  private MachHeaders() {}

  static boolean isMagic(int magic) {
    int other = Integer.reverseBytes(magic);
    return magic == NARROW || magic == WIDE || other == NARROW || other == WIDE;
  }

  /// The first program of a file that holds one for each processor.
  static Executable readFat(ByteBuffer file) throws BrokenExecutableException {
    Words words = Words.of(file, ByteOrder.BIG_ENDIAN, false);
    long offset = words.u32(16);
    long size = words.u32(20);
    if (offset + size > file.limit() || size < 32) {
      throw new BrokenExecutableException("is cut off: its first program ends behind its end");
    }
    ByteBuffer first = file.slice((int) offset, (int) size);
    if (!isMagic(first.getInt(0))) {
      throw new BrokenExecutableException("holds something else than a program");
    }
    return read(first);
  }

  static Executable read(ByteBuffer file) throws BrokenExecutableException {
    int magic = file.getInt(0);
    boolean big = magic == NARROW || magic == WIDE;
    boolean wide = magic == WIDE || Integer.reverseBytes(magic) == WIDE;
    Words words = Words.of(file, big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN, wide);
    List<Section> sections = new ArrayList<>();
    List<Segment> segments = new ArrayList<>();
    long at = wide ? 32 : 28;
    long count = words.u32(16);
    if (count > COMMAND_LIMIT) {
      throw new BrokenExecutableException("has more than " + COMMAND_LIMIT + " load commands");
    }
    for (long i = 0; i < count; i++) {
      long command = words.u32(at);
      if (command == SEGMENT_WIDE || command == SEGMENT_NARROW) {
        boolean large = command == SEGMENT_WIDE;
        addSegment(new Words(words.file(), large), at, segments);
        addSections(new Words(words.file(), large), at, sections);
      }
      long size = words.u32(at + 4);
      if (size < 8) {
        throw new BrokenExecutableException("has a load command without a size");
      }
      at += size;
    }
    return new Executable(words.file(), List.copyOf(sections), List.copyOf(segments));
  }

  private static void addSegment(Words words, long at, List<Segment> segments)
      throws BrokenExecutableException {
    long unit = words.wide() ? 8 : 4;
    String name = words.name(at + 8, 16);
    segments.add(
        new Segment(
            name,
            words.word(at + 24),
            words.word(at + 24 + 2 * unit),
            words.word(at + 24 + 3 * unit),
            name.equals("__DATA")));
  }

  private static void addSections(Words words, long at, List<Section> sections)
      throws BrokenExecutableException {
    boolean wide = words.wide();
    long count = words.u32(at + (wide ? 64 : 48));
    if (count + sections.size() > COMMAND_LIMIT) {
      throw new BrokenExecutableException("has more than " + COMMAND_LIMIT + " sections");
    }
    for (long i = 0; i < count; i++) {
      long section = at + (wide ? 72 + 80 * i : 56 + 68 * i);
      sections.add(
          new Section(
              words.name(section, 16),
              words.word(section + 32),
              words.u32(section + (wide ? 48 : 40)),
              words.word(section + (wide ? 40 : 36))));
    }
  }
}
