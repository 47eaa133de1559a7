/// What a shell script consists of, every piece with its offset in the text that was read.
@NullMarked
package dev.landwaiter.dockerfile.shell;

import org.jspecify.annotations.NullMarked;
