package dev.landwaiter.inventory.database.sqlite;

import java.util.List;

/// One record of a table or an index.
///
/// @param rowid the key of a table's row; in a record of an index the row it points to
/// @param cells the columns that are stored; a row written before a column was added has fewer
public record Row(long rowid, List<Cell> cells) {
  /// A column counted from 0, or null when the row has no such column.
  public Cell cell(int column) {
    return column < cells.size() ? cells.get(column) : Cell.Null.NULL;
  }
}
