package dev.landwaiter.dockerfile.parse;

/// How much is read at most.
///
/// @param bytes of the file
/// @param line bytes of one line with its end; the builder's own limit
public record Limits(int bytes, int line, int lines, int instructions) {
  /// 1 MiB, 65,535 bytes a line, 100,000 lines, 10,000 instructions.
  public static final Limits USUAL = new Limits(1 << 20, 65_535, 100_000, 10_000);
}
