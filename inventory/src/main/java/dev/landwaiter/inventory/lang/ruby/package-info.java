/// Packages of Ruby.
@NullMarked
package dev.landwaiter.inventory.lang.ruby;

import org.jspecify.annotations.NullMarked;
