/// Wolfi, known by its os-release.
@NullMarked
package dev.landwaiter.inventory.os.wolfi;

import org.jspecify.annotations.NullMarked;
