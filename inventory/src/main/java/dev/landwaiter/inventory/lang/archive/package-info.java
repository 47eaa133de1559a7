/// ZIP archives in memory, read by their central directory within budgets.
@NullMarked
package dev.landwaiter.inventory.lang.archive;

import org.jspecify.annotations.NullMarked;
