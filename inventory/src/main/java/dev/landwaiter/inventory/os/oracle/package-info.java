/// Oracle Linux.
@NullMarked
package dev.landwaiter.inventory.os.oracle;

import org.jspecify.annotations.NullMarked;
