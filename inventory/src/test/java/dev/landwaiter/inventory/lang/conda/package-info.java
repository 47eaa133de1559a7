/// Tests.
@NullMarked
package dev.landwaiter.inventory.lang.conda;

import org.jspecify.annotations.NullMarked;
