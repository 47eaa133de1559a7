/// What the readers of package databases share: their one failure, and how much they keep of one
/// database.
@NullMarked
package dev.landwaiter.inventory.database;

import org.jspecify.annotations.NullMarked;
