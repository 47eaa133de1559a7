package dev.landwaiter.inventory.database.sqlite;

import dev.landwaiter.inventory.database.DatabaseException;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A SQLite 3 database, read only (SQLite database file format). Tables without rowids and texts
/// other than UTF-8 are not read.
///
/// Every method fails with a [DatabaseException] when the file is damaged where it reads.
public final class SqliteFile {
  private static final int DEPTH_LIMIT = 40;
  private static final int SCHEMA_LIMIT = 10_000;

  private final Pages pages;
  private final List<SchemaEntry> schema = new ArrayList<>();

  private SqliteFile(Pages pages) {
    this.pages = pages;
  }

  /// Whether the content begins as a SQLite 3 database does.
  public static boolean isSqlite(MemorySegment file) {
    return Pages.hasMagic(file);
  }

  /// Reads the schema.
  ///
  /// @param file the whole content: an array, or a file that is mapped
  /// @param log the content of the `-wal` file beside it; empty when there is none
  public static SqliteFile open(MemorySegment file, MemorySegment log) throws DatabaseException {
    var database = new SqliteFile(Pages.open(file, log));
    database.scan(
        1,
        row -> {
          if (database.schema.size() == SCHEMA_LIMIT) {
            throw new DatabaseException("it has more than " + SCHEMA_LIMIT + " tables and indexes");
          }
          database.schema.add(
              new SchemaEntry(
                  row.cell(0).text(),
                  row.cell(1).text(),
                  row.cell(2).text(),
                  (int) row.cell(3).number()));
        });
    return database;
  }

  public List<SchemaEntry> schema() {
    return List.copyOf(schema);
  }

  /// Shows all rows of a table in the order of their rowids.
  ///
  /// @throws DatabaseException also when there is no such table, or the visitor throws it
  public void scan(String table, RowVisitor visitor) throws DatabaseException {
    scan(root("table", table), visitor);
  }

  private void scan(int root, RowVisitor visitor) throws DatabaseException {
    scan(new Walk(pages), root, 0, visitor);
  }

  private void scan(Walk walk, int number, int depth, RowVisitor visitor) throws DatabaseException {
    if (depth > DEPTH_LIMIT) {
      throw new DatabaseException("a tree is deeper than " + DEPTH_LIMIT + " pages");
    }
    var page = new TreePage(walk, number, true);
    if (page.leaf()) {
      for (int i = 0; i < page.count(); i++) {
        visitor.visit(page.row(i));
      }
    } else {
      for (int i = 0; i <= page.count(); i++) {
        scan(walk, page.child(i), depth + 1, visitor);
      }
    }
  }

  /// The row of a table with that rowid.
  public Optional<Row> row(String table, long rowid) throws DatabaseException {
    var walk = new Walk(pages);
    var page = new TreePage(walk, root("table", table), true);
    for (int depth = 0; !page.leaf(); depth++) {
      if (depth > DEPTH_LIMIT) {
        throw new DatabaseException("a tree is deeper than " + DEPTH_LIMIT + " pages");
      }
      TreePage inner = page;
      int child = firstWhere(page.count(), i -> inner.key(i) >= rowid);
      page = new TreePage(walk, page.child(child), true);
    }
    TreePage leaf = page;
    int index = firstWhere(leaf.count(), i -> leaf.rowid(i) >= rowid);
    return index < leaf.count() && leaf.rowid(index) == rowid
        ? Optional.of(leaf.row(index))
        : Optional.empty();
  }

  /// The records of an index whose first columns equal the key, in order; each names the rowid of
  /// its row. The index has to have binary collation and ascending order.
  ///
  /// @param limit at most so many are returned
  public List<Row> seek(String index, List<Cell> key, int limit) throws DatabaseException {
    List<Row> found = new ArrayList<>();
    seek(new Walk(pages), root("index", index), 0, new Search(key, limit, found));
    return found;
  }

  private record Search(List<Cell> key, int limit, List<Row> found) {
    int compare(Row row) {
      for (int i = 0; i < key.size(); i++) {
        int order = Cell.compare(row.cell(i), key.get(i));
        if (order != 0) {
          return order;
        }
      }
      return 0;
    }

    boolean full() {
      return found.size() >= limit;
    }
  }

  /// Walks from the first record that is not below the key up to the first above it. The walk is
  /// shared by all pages, and a search may read a record twice, so records are gathered apart.
  private void seek(Walk walk, int number, int depth, Search search) throws DatabaseException {
    if (depth > DEPTH_LIMIT) {
      throw new DatabaseException("a tree is deeper than " + DEPTH_LIMIT + " pages");
    }
    var page = new TreePage(walk, number, false);
    TreePage probe = new TreePage(new Walk(pages), number, false);
    int first = firstWhere(page.count(), i -> search.compare(probe.row(i)) >= 0);
    for (int i = first; i <= page.count() && !search.full(); i++) {
      if (!page.leaf()) {
        seek(walk, page.child(i), depth + 1, search);
      }
      if (i < page.count() && !search.full()) {
        Row row = page.row(i);
        if (search.compare(row) != 0) {
          return;
        }
        search.found().add(row);
      }
    }
  }

  private interface Condition {
    boolean holds(int index) throws DatabaseException;
  }

  /// The first index for which the condition holds, by halving; the count when for none.
  private static int firstWhere(int count, Condition condition) throws DatabaseException {
    int low = 0;
    int high = count;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (condition.holds(middle)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  private int root(String type, String name) throws DatabaseException {
    return schema.stream()
        .filter(entry -> entry.type().equals(type) && entry.name().equalsIgnoreCase(name))
        .map(SchemaEntry::root)
        .findFirst()
        .orElseThrow(() -> new DatabaseException("it has no " + type + " " + name));
  }
}
