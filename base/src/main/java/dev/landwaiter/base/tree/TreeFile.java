package dev.landwaiter.base.tree;

import java.nio.charset.StandardCharsets;

/// A file with its whole content, which nobody may change.
@SuppressWarnings("ArrayRecordComponent")
public record TreeFile(FileEntry entry, byte[] bytes) {
  public String path() {
    return entry.path();
  }

  /// The content as UTF-8; what is no UTF-8 becomes the replacement character.
  public String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
