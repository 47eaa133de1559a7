package dev.landwaiter.inventory.database;

/// How much may be kept of one database: packages, names that they provide or need, and installed
/// files.
///
/// A database of a few megabytes can name one long folder for a million files, or a million
/// packages of one letter; without limits what is made of it would fill the memory.
public final class Budget {
  /// Packages of one database; the whole of Debian has about 65,000.
  public static final int PACKAGES = 200_000;

  /// Names that the packages of one database provide or need.
  public static final int NAMES = 4_000_000;

  /// Bytes in memory for the paths of all installed files of one database.
  public static final long PATHS = 256L << 20;

  /// Characters of one field of one package; the longest of Debian has about 30,000.
  public static final int FIELD = 4 << 20;

  // What an object and its place in a list take besides the characters.
  private static final int OVERHEAD = 48;

  private int packages = PACKAGES;
  private int names = NAMES;
  private long paths;

  public Budget() {
    this(PATHS);
  }

  public Budget(long paths) {
    this.paths = paths;
  }

  /// Counts one package.
  ///
  /// @throws DatabaseException when there are more than the limit
  public void takePackage() throws DatabaseException {
    packages--;
    if (packages < 0) {
      throw new DatabaseException("it has more than " + PACKAGES + " packages");
    }
  }

  /// Counts names that a package provides or needs.
  ///
  /// @throws DatabaseException when there are more than the limit
  public void takeNames(int count) throws DatabaseException {
    names -= count;
    if (names < 0) {
      throw new DatabaseException("its packages provide or need more than " + NAMES + " names");
    }
  }

  /// Looks at the length of a field, which names and versions that fill the memory come from.
  ///
  /// @throws DatabaseException when it is longer than the limit
  public static void checkField(int length) throws DatabaseException {
    if (length > FIELD) {
      throw new DatabaseException("it has a field of more than " + FIELD + " characters");
    }
  }

  /// The path `folder + name` of an installed file.
  ///
  /// @throws DatabaseException when all paths are longer together than the limit
  public String path(String folder, String name) throws DatabaseException {
    paths -= folder.length() + name.length() + OVERHEAD;
    if (paths < 0) {
      throw new DatabaseException(
          "the paths of its installed files are longer together than the limit");
    }
    return folder + name;
  }
}
