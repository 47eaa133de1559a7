/// Tests of all built-in functions together, over recorded calls.
@NullMarked
package dev.landwaiter.rego.builtin.all;

import org.jspecify.annotations.NullMarked;
