/// Photon OS, known by its os-release.
@NullMarked
package dev.landwaiter.inventory.os.photon;

import org.jspecify.annotations.NullMarked;
