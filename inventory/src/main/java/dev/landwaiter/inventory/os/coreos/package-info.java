/// CoreOS, known by its os-release.
@NullMarked
package dev.landwaiter.inventory.os.coreos;

import org.jspecify.annotations.NullMarked;
