/// Java archives: which Maven artifacts they are and contain.
@NullMarked
package dev.landwaiter.inventory.lang.java;

import org.jspecify.annotations.NullMarked;
