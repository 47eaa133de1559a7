package dev.landwaiter.inventory.database.sqlite;

import dev.landwaiter.inventory.database.DatabaseException;

/// Somebody who is shown the rows of a table one after the other.
public interface RowVisitor {
  void visit(Row row) throws DatabaseException;
}
