package dev.landwaiter.inventory.database.rpm;

/// Somebody who is given the package headers of a database, and told of entries that are damaged.
interface HeaderVisitor {
  /// One header blob, not yet parsed.
  void header(byte[] blob);

  /// An entry that could not be read; the others are read on.
  void damaged(String message);
}
