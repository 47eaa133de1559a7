package dev.landwaiter.scan.database;

import java.io.IOException;

/// A package archive of Debian's layout, read file by file.
public interface Archive {
  /// A whole file.
  ///
  /// @param path relative to the archive's root, with `/` between its parts
  /// @param limit in bytes
  /// @throws java.io.FileNotFoundException when the archive has no such file
  /// @throws IOException when it cannot be reached, the path leaves the archive, or the file
  ///   exceeds the limit
  byte[] fetch(String path, int limit) throws IOException;

  /// Refuses paths that could lead anywhere else: the names come out of the archive's own lists.
  static void checkPath(String path) throws IOException {
    boolean plain =
        path.chars()
            .allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || "/.+-~_:".indexOf(c) >= 0));
    if (!plain || path.isEmpty() || path.startsWith("/") || path.contains("..")) {
      throw new IOException("the archive names a file in a way that is refused: " + path);
    }
  }
}
