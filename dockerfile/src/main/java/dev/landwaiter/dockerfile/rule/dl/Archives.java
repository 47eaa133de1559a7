package dev.landwaiter.dockerfile.rule.dl;

/// Names of files that ADD unpacks.
final class Archives {
  private static final String[] SUFFIXES = {
    ".tar", ".Z", ".bz2", ".gz", ".lz", ".lzma", ".tZ", ".tb2", ".tbz", ".tbz2", ".tgz", ".tlz",
    ".tpz", ".txz", ".xz"
  };

  private Archives() {}

  static boolean is(String name) {
    return Installs.endsWithAny(name, SUFFIXES);
  }

  /// What follows the last slash or backslash.
  static String baseName(String path) {
    return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  }
}
