/// Tests.
@NullMarked
package dev.landwaiter.inventory.lang.php;

import org.jspecify.annotations.NullMarked;
