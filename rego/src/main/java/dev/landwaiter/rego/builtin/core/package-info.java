/// Operators, tests of kind, casts, prints and notes.
@NullMarked
package dev.landwaiter.rego.builtin.core;

import org.jspecify.annotations.NullMarked;
