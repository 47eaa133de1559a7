/// Fedora Linux.
@NullMarked
package dev.landwaiter.inventory.os.fedora;

import org.jspecify.annotations.NullMarked;
