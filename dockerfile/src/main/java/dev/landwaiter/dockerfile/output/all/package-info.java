/// The lists of report formats.
@NullMarked
package dev.landwaiter.dockerfile.output.all;

import org.jspecify.annotations.NullMarked;
