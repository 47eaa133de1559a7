/// Reads SQLite 3 databases without SQLite: schema, table scans, look-ups by index and by rowid.
@NullMarked
package dev.landwaiter.inventory.database.sqlite;

import org.jspecify.annotations.NullMarked;
