package dev.landwaiter.oci.layer;

import dev.landwaiter.oci.ImageException;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;

/// How bytes are compressed, told by how they start and never by what a media type claims.
public enum Compression {
  NONE,
  GZIP,
  ZSTD,
  XZ,
  BZIP2;

  /// The number of bytes from the start that decide.
  public static final int HEAD = 6;

  /// Tells the compression.
  ///
  /// @param head the first [#HEAD] bytes, or fewer when there are no more
  public static Compression detect(byte[] head) {
    if (starts(head, 0x1f, 0x8b)) {
      return GZIP;
    }
    if (starts(head, 0x28, 0xb5, 0x2f, 0xfd) || isSkippableFrame(head)) {
      return ZSTD;
    }
    if (starts(head, 0xfd, '7', 'z', 'X', 'Z', 0)) {
      return XZ;
    }
    return starts(head, 'B', 'Z', 'h') ? BZIP2 : NONE;
  }

  private static boolean isSkippableFrame(byte[] head) {
    return head.length >= 4 && (head[0] & 0xf0) == 0x50 && starts(head, head[0], 0x2a, 0x4d, 0x18);
  }

  private static boolean starts(byte[] head, int... wanted) {
    if (head.length < wanted.length) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      if (head[i] != (byte) wanted[i]) {
        return false;
      }
    }
    return true;
  }

  /// The decompressed bytes; errors in the format are [ImageException]s with INVALID.
  ///
  /// @param stored from its start
  /// @param where what is being read, for messages
  /// @throws ImageException with UNSUPPORTED for bzip2
  public InputStream open(InputStream stored, Supplier<Inflate> inflate, String where)
      throws IOException {
    return switch (this) {
      case NONE -> stored;
      case GZIP -> new GzipStream(stored, inflate, where);
      case ZSTD -> new ZstdStream(stored, where);
      case XZ -> new XzStream(stored, where);
      case BZIP2 ->
          throw new ImageException(
              ImageException.Code.UNSUPPORTED, where + ": bzip2 compression is not supported");
    };
  }
}
