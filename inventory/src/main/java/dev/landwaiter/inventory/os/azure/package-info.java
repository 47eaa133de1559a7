/// Microsoft's distributions: Azure Linux and its predecessor CBL-Mariner.
@NullMarked
package dev.landwaiter.inventory.os.azure;

import org.jspecify.annotations.NullMarked;
