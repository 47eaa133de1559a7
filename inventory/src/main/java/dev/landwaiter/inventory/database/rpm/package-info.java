/// Reads the databases of rpm (SQLite, NDB, BerkeleyDB) and the manifests that replace them.
@NullMarked
package dev.landwaiter.inventory.database.rpm;

import org.jspecify.annotations.NullMarked;
