/// Functions of arrays, sets and objects, of paths into them, and of graphs made of them.
@NullMarked
package dev.landwaiter.rego.builtin.collection;

import org.jspecify.annotations.NullMarked;
