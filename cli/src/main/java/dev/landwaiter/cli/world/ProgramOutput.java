package dev.landwaiter.cli.world;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// What another program prints, as far as it is kept.
final class ProgramOutput {
  private final InputStream in;
  private final OtherProgram.Kept kept;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  ProgramOutput(InputStream in, OtherProgram.Kept kept) {
    this.in = in;
    this.kept = kept;
  }

  /// Reads to the end.
  String read() throws IOException {
    byte[] piece = new byte[8192];
    try (in) {
      for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
        add(piece, n);
      }
    }
    return text();
  }

  private synchronized void add(byte[] piece, int length) throws IOException {
    bytes.write(piece, 0, length);
    if (kept == OtherProgram.Kept.ALL && bytes.size() > kept.bytes()) {
      throw new IOException("says more than " + kept.bytes() + " bytes");
    }
    if (bytes.size() > 2 * kept.bytes()) {
      byte[] end = end();
      bytes.reset();
      bytes.write(end, 0, end.length);
    }
  }

  private byte[] end() {
    byte[] all = bytes.toByteArray();
    return Arrays.copyOfRange(all, Math.max(0, all.length - kept.bytes()), all.length);
  }

  /// What was read so far.
  synchronized String text() {
    return new String(end(), StandardCharsets.UTF_8);
  }
}
