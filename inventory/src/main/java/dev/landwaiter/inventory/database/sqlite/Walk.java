package dev.landwaiter.inventory.database.sqlite;

import dev.landwaiter.inventory.database.DatabaseException;
import java.util.BitSet;

/// One walk over a tree, which enters no page twice: so it ends, and reads no more than the file
/// holds.
record Walk(Pages pages, BitSet entered) {
  Walk(Pages pages) {
    this(pages, new BitSet());
  }

  void enter(int page) throws DatabaseException {
    if (page < 1 || page > pages.count()) {
      throw new DatabaseException("page " + page + " does not exist");
    }
    if (entered.get(page)) {
      throw new DatabaseException("page " + page + " is used twice");
    }
    entered.set(page);
  }
}
