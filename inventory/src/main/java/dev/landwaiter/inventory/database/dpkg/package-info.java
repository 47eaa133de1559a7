/// Reads what dpkg records of the packages of Debian and its derivatives.
@NullMarked
package dev.landwaiter.inventory.database.dpkg;

import org.jspecify.annotations.NullMarked;
