/// Ubuntu, with its extended security maintenance.
@NullMarked
package dev.landwaiter.inventory.os.ubuntu;

import org.jspecify.annotations.NullMarked;
