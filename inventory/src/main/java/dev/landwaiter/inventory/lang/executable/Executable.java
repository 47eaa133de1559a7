package dev.landwaiter.inventory.lang.executable;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;

/// An executable file by its headers; the content is looked at on demand.
///
/// @param file the whole file in the byte order of its headers
/// @param sections in the order of the file
/// @param segments in the order of the file
public record Executable(ByteBuffer file, List<Section> sections, List<Segment> segments) {
  private static final int ELF = 0x7f454c46;
  private static final int WASM = 0x0061736d;
  private static final int FAT = 0xcafebabe;
  // In a Java class these bytes are the version of the format, which began at 45.
  private static final int FAT_LIMIT = 30;

  /// Reads the headers when the first bytes are those of ELF, PE, Mach-O, XCOFF or WebAssembly, and
  /// is empty for every other file.
  ///
  /// @throws BrokenExecutableException when the headers point outside the file
  public static Optional<Executable> read(byte[] bytes) throws BrokenExecutableException {
    if (bytes.length < 64) {
      return Optional.empty();
    }
    ByteBuffer file = ByteBuffer.wrap(bytes);
    int magic = file.getInt(0);
    if (magic == FAT && file.getInt(4) > 0 && file.getInt(4) < FAT_LIMIT) {
      return Optional.of(MachHeaders.readFat(file));
    }
    if (magic == ELF) {
      return Optional.of(new ElfHeaders(file).read());
    }
    if (MachHeaders.isMagic(magic)) {
      return Optional.of(MachHeaders.read(file));
    }
    if (bytes[0] == 'M' && bytes[1] == 'Z') {
      return PeHeaders.read(file);
    }
    if (magic == WASM) {
      return Optional.of(WasmHeaders.read(file));
    }
    int half = magic >>> 16;
    return half == XcoffHeaders.WIDE || half == XcoffHeaders.NARROW
        ? Optional.of(XcoffHeaders.read(file))
        : Optional.empty();
  }

  public Optional<Section> section(String name) {
    return sections.stream().filter(s -> s.name().equals(name)).findFirst();
  }

  /// The bytes of a section.
  ///
  /// @throws BrokenExecutableException when it ends outside the file
  public ByteBuffer content(Section section) throws BrokenExecutableException {
    return slice(section.name(), section.offset(), section.size());
  }

  /// The bytes that are loaded to an address, or nothing when no segment holds all of them.
  public Optional<ByteBuffer> at(long address, long length) throws BrokenExecutableException {
    for (Segment segment : segments) {
      if (length >= 0 && segment.holds(address, length)) {
        return Optional.of(
            slice(segment.name(), segment.offset() + (address - segment.address()), length));
      }
    }
    return Optional.empty();
  }

  /// The symbols of an ELF file whose names end in `end`; none for other files.
  public List<Symbol> symbols(String end) throws BrokenExecutableException {
    return file.getInt(0) == ELF || Integer.reverseBytes(file.getInt(0)) == ELF
        ? new ElfHeaders(file).symbols(end)
        : List.of();
  }

  /// A part of the file.
  ///
  /// @param what it is, for the error
  public ByteBuffer slice(String what, long offset, long length) throws BrokenExecutableException {
    if (offset < 0 || length < 0 || offset > file.limit() || length > file.limit() - offset) {
      throw new BrokenExecutableException("is cut off: " + what + " ends outside the file");
    }
    ByteOrder order = file.order();
    return file.slice((int) offset, (int) length).order(order);
  }
}
