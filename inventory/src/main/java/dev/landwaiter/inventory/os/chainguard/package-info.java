/// Chainguard OS, known by its os-release.
@NullMarked
package dev.landwaiter.inventory.os.chainguard;

import org.jspecify.annotations.NullMarked;
