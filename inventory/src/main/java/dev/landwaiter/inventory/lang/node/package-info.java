/// Packages of Node.js.
@NullMarked
package dev.landwaiter.inventory.lang.node;

import org.jspecify.annotations.NullMarked;
