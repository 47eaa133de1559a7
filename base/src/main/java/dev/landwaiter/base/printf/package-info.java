/// Formatting after Go's `fmt`: verbs, flags, widths, and what it says of wrong ones.
@NullMarked
package dev.landwaiter.base.printf;

import org.jspecify.annotations.NullMarked;
