/// Debian, known by its own version file or else by its os-release.
@NullMarked
package dev.landwaiter.inventory.os.debian;

import org.jspecify.annotations.NullMarked;
