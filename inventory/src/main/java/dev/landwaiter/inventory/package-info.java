/// The nouns and contracts of an inventory: from files to the operating system and the packages.
@NullMarked
package dev.landwaiter.inventory;

import org.jspecify.annotations.NullMarked;
