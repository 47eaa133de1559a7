package dev.landwaiter.inventory.database;

/// A database that is damaged, or larger than a limit; the message says where and which.
///
/// The analyzers turn it into a problem of the file; packages read before it are kept.
public final class DatabaseException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String what;

  public DatabaseException(String message) {
    super(message);
    what = message;
  }

  /// What is wrong, as part of a sentence.
  public String what() {
    return what;
  }
}
