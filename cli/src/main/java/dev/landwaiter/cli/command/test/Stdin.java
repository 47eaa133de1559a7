package dev.landwaiter.cli.command.test;

import dev.landwaiter.cli.command.Invocation;
import java.io.IOException;

/// Reads standard input.
final class Stdin {
  private static final int SIZE_LIMIT = 64 << 20;

  private Stdin() {}

  static byte[] read(Invocation invocation) throws IOException {
    byte[] text = invocation.world().stdin().readNBytes(SIZE_LIMIT + 1);
    if (text.length > SIZE_LIMIT) {
      throw new IOException(
          "standard input is larger than the " + (SIZE_LIMIT >> 20) + " MiB that are read");
    }
    return text;
  }
}
