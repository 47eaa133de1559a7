/// Reads the list of installed packages that apk keeps.
@NullMarked
package dev.landwaiter.inventory.database.apk;

import org.jspecify.annotations.NullMarked;
