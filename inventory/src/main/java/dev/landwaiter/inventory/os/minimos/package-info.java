/// MinimOS, known by its os-release.
@NullMarked
package dev.landwaiter.inventory.os.minimos;

import org.jspecify.annotations.NullMarked;
