package dev.landwaiter.oci.tar;

/// What an entry of a tar archive stands for.
public enum EntryKind {
  FILE,
  HARD_LINK,
  SYMLINK,
  DIRECTORY,
  /// Devices, pipes and what only the maker of the archive knows.
  OTHER;

  /// By the type flag (POSIX.1-2017, pax, "ustar Interchange Format"; GNU tar's `S` and `7`).
  static EntryKind of(byte typeFlag, String name) {
    return switch (typeFlag) {
      case 0 -> name.endsWith("/") ? DIRECTORY : FILE;
      case '0', '7', 'S' -> FILE;
      case '1' -> HARD_LINK;
      case '2' -> SYMLINK;
      case '5' -> DIRECTORY;
      default -> OTHER;
    };
  }

  /// Whether the size in the header says nothing, because no content follows.
  static boolean hasNoContent(byte typeFlag) {
    return typeFlag >= '1' && typeFlag <= '6';
  }
}
