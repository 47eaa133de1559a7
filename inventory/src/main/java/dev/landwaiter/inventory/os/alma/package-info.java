/// AlmaLinux.
@NullMarked
package dev.landwaiter.inventory.os.alma;

import org.jspecify.annotations.NullMarked;
