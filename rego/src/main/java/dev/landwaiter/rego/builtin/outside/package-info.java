/// Functions that reach outside, or sign what is to be sent there.
@NullMarked
package dev.landwaiter.rego.builtin.outside;

import org.jspecify.annotations.NullMarked;
