package dev.landwaiter.inventory.lang.go;

import dev.landwaiter.inventory.lang.executable.BrokenExecutableException;
import dev.landwaiter.inventory.lang.executable.Executable;
import dev.landwaiter.inventory.lang.executable.Section;
import dev.landwaiter.inventory.lang.executable.Segment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// What Go's linker writes into every program: the Go version and the text about modules (package
/// `debug/buildinfo` of Go; project reference, inventory, 19.1).
///
/// @param go such as `go1.22.1`
/// @param modules lines of tab-separated fields, or empty for a program built without modules
record BuildInformation(String go, String modules) {
  private static final long MAGIC_FRONT = 0xff20476f20627569L;
  private static final long MAGIC_BACK = 0x6c64696e663a0000L;
  private static final int HEADER = 32;
  private static final int STEP = 16;
  private static final int FRAME = 16;
  private static final int TEXT_LIMIT = 2 << 20;
  private static final int GO_LIMIT = 256;

  /// Looks for the blob where the linker may have put it; empty for programs not made by Go.
  static Optional<BuildInformation> find(Executable program) throws BrokenExecutableException {
    for (String name : new String[] {".go.buildinfo", "__go_buildinfo"}) {
      Optional<Section> section = program.section(name);
      if (section.isPresent()) {
        long start = section.get().offset();
        // The texts may lie behind the section's end, the header may not.
        ByteBuffer data = program.slice(name, start, program.file().limit() - start);
        return search(program, data, section.get().size());
      }
    }
    for (Segment segment : program.segments()) {
      if (segment.data()) {
        ByteBuffer data = program.slice(segment.name(), segment.offset(), segment.size());
        return search(program, data, segment.size());
      }
    }
    return Optional.empty();
  }

  private static Optional<BuildInformation> search(Executable program, ByteBuffer area, long size)
      throws BrokenExecutableException {
    ByteBuffer data = area.order(ByteOrder.BIG_ENDIAN);
    for (int at = 0; at + HEADER <= Math.min(size, data.limit()); at += STEP) {
      if (data.getLong(at) == MAGIC_FRONT
          && (data.getLong(at + 8) & 0xffffffffffff0000L) == MAGIC_BACK) {
        return read(program, data, at);
      }
    }
    return Optional.empty();
  }

  private static Optional<BuildInformation> read(Executable program, ByteBuffer data, int at)
      throws BrokenExecutableException {
    int pointer = data.get(at + 14);
    int flags = data.get(at + 15);
    ByteBuffer go;
    ByteBuffer modules;
    if ((flags & 2) != 0) {
      ByteBuffer texts = data.slice(at + HEADER, data.limit() - at - HEADER);
      go = counted(texts);
      modules = counted(texts);
    } else if (pointer == 4 || pointer == 8) {
      ByteOrder order = (flags & 1) != 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
      var words = new Pointers(program, pointer, order);
      go = words.text(words.number(data, at + 16));
      modules = words.text(words.number(data, at + 16 + pointer));
    } else {
      return Optional.empty();
    }
    return go.hasRemaining() && go.remaining() < GO_LIMIT
        ? Optional.of(new BuildInformation(decode(go), framed(modules)))
        : Optional.empty();
  }

  // A length of 7 bits a byte, the lowest first, then that many bytes.
  private static ByteBuffer counted(ByteBuffer texts) throws BrokenExecutableException {
    long length = 0;
    for (int shift = 0; shift < 35 && texts.hasRemaining(); shift += 7) {
      int part = texts.get();
      length |= (long) (part & 0x7f) << shift;
      if (part >= 0) {
        if (length > texts.remaining()) {
          break;
        }
        ByteBuffer text = texts.slice(texts.position(), (int) length);
        texts.position(texts.position() + (int) length);
        return text;
      }
    }
    throw new BrokenExecutableException("is cut off: Go's build information ends too early");
  }

  private static String framed(ByteBuffer text) throws BrokenExecutableException {
    int size = text.limit();
    if (size > TEXT_LIMIT) {
      throw new BrokenExecutableException(
          "has more than " + TEXT_LIMIT + " bytes of Go's build information");
    }
    return size >= 2 * FRAME + 1 && text.get(size - FRAME - 1) == '\n'
        ? decode(text.slice(FRAME, size - 2 * FRAME))
        : "";
  }

  private static String decode(ByteBuffer text) {
    return StandardCharsets.UTF_8.decode(text.duplicate()).toString();
  }

  /// Texts behind addresses, the form before Go 1.18.
  private record Pointers(Executable program, int size, ByteOrder order) {
    long number(ByteBuffer data, int at) {
      ByteBuffer ordered = data.duplicate().order(order);
      return size == 8 ? ordered.getLong(at) : Integer.toUnsignedLong(ordered.getInt(at));
    }

    ByteBuffer text(long header) throws BrokenExecutableException {
      Optional<ByteBuffer> pair = program.at(header, 2L * size);
      if (pair.isEmpty()) {
        return ByteBuffer.allocate(0);
      }
      return program
          .at(number(pair.get(), 0), number(pair.get(), size))
          .orElse(ByteBuffer.allocate(0));
    }
  }
}
