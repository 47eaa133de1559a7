/// Formats whose files are programs, which their own tools have to run first.
@NullMarked
package dev.landwaiter.policy.input.foreign;

import org.jspecify.annotations.NullMarked;
