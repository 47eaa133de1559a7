/// ActiveState's images, known by their os-release.
@NullMarked
package dev.landwaiter.inventory.os.activestate;

import org.jspecify.annotations.NullMarked;
