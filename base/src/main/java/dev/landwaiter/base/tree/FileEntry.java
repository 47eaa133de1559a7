package dev.landwaiter.base.tree;

/// One regular file of a tree.
///
/// @param path relative to the root, cleaned, with `/` between its parts and none in front
/// @param size in bytes
/// @param mode the permission bits of POSIX
public record FileEntry(String path, long size, int mode) {
  /// The part after the last `/`.
  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /// The part before the last `/`, or the empty text for a file at the root.
  public String folder() {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }

  public boolean executable() {
    return (mode & 0111) != 0;
  }
}
