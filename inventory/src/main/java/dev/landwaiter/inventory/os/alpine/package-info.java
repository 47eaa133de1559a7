/// Alpine Linux: its version, and the repositories it is set up to use.
@NullMarked
package dev.landwaiter.inventory.os.alpine;

import org.jspecify.annotations.NullMarked;
