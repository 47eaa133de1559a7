/// Rocky Linux.
@NullMarked
package dev.landwaiter.inventory.os.rocky;

import org.jspecify.annotations.NullMarked;
