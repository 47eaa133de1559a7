/// Packages of Python.
@NullMarked
package dev.landwaiter.inventory.lang.python;

import org.jspecify.annotations.NullMarked;
