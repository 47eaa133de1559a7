/// Amazon Linux, known by its system-release or else by its os-release.
@NullMarked
package dev.landwaiter.inventory.os.amazon;

import org.jspecify.annotations.NullMarked;
