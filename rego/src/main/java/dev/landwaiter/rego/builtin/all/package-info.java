/// The list of all built-in functions.
@NullMarked
package dev.landwaiter.rego.builtin.all;

import org.jspecify.annotations.NullMarked;
