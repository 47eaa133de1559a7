/// Functions of numbers: arithmetic, rounding, bits, ranges, aggregates, and the numbers behind
/// them.
@NullMarked
package dev.landwaiter.rego.builtin.number;

import org.jspecify.annotations.NullMarked;
