/// Executable files as their formats lay them out: sections, segments, addresses.
@NullMarked
package dev.landwaiter.inventory.lang.executable;

import org.jspecify.annotations.NullMarked;
