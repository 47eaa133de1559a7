package dev.landwaiter.inventory.database;

/// Joins folders and names to the paths of installed files, within a limit for one database.
///
/// A small database can name one long folder for a million files; without a limit the joined paths
/// would fill the memory.
public final class InstalledFiles {
  /// Characters of all paths of one database together.
  public static final long LIMIT = 128L << 20;

  private long left;

  public InstalledFiles() {
    this(LIMIT);
  }

  public InstalledFiles(long limit) {
    left = limit;
  }

  /// The text `folder + name`.
  ///
  /// @throws DatabaseException when the limit is passed
  public String join(String folder, String name) throws DatabaseException {
    left -= folder.length() + name.length();
    if (left < 0) {
      throw new DatabaseException(
          "the paths of its installed files are longer together than the limit");
    }
    return folder + name;
  }
}
