package dev.landwaiter.cli.command.footprint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// Which program loads a dynamic executable (System V ABI, program header PT_INTERP).
final class ElfInterpreter {
  private static final int MAGIC = 0x7f454c46;
  private static final int HEADERS = 64 << 10;
  private static final int INTERPRETER = 3;
  private static final int LONGEST = 4096;

  private ElfInterpreter() {}

  /// The path of the loader, or nothing where the file is static or no such executable of 64 bits.
  static Optional<String> of(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      ByteBuffer head = read(channel, 0, HEADERS);
      if (head.limit() < 64 || head.getInt(0) != MAGIC || head.get(4) != 2) {
        return Optional.empty();
      }
      head.order(head.get(5) == 1 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
      long table = head.getLong(32);
      int size = Short.toUnsignedInt(head.getShort(54));
      int count = Short.toUnsignedInt(head.getShort(56));
      for (int i = 0; i < count; i++) {
        long at = table + (long) i * size;
        if (at < 0 || at > head.limit() - 56) {
          break;
        }
        int entry = Math.toIntExact(at);
        long length = head.getLong(entry + 32);
        if (head.getInt(entry) == INTERPRETER && length > 1 && length <= LONGEST) {
          ByteBuffer text = read(channel, head.getLong(entry + 8), (int) length - 1);
          return Optional.of(StandardCharsets.UTF_8.decode(text).toString())
              .filter(path -> path.startsWith("/"));
        }
      }
      return Optional.empty();
    }
  }

  private static ByteBuffer read(FileChannel channel, long from, int length) throws IOException {
    var buffer = ByteBuffer.allocate(length);
    if (from < 0 || from >= channel.size()) {
      return buffer.limit(0);
    }
    while (buffer.hasRemaining()) {
      int n = channel.read(buffer, from + buffer.position());
      if (n < 0) {
        break;
      }
    }
    return buffer.flip();
  }
}
