/// What the readers of package databases share: their one failure, and bounded lists of files.
@NullMarked
package dev.landwaiter.inventory.database;

import org.jspecify.annotations.NullMarked;
