/// Files of an artifact as analyzers see them, and the walk over a directory.
@NullMarked
package dev.landwaiter.base.tree;

import org.jspecify.annotations.NullMarked;
