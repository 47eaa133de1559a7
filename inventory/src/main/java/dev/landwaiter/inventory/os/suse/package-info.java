/// The distributions of SUSE and openSUSE, known by their os-release.
@NullMarked
package dev.landwaiter.inventory.os.suse;

import org.jspecify.annotations.NullMarked;
