/// The flags of the commands, a class for each group of the help text.
@NullMarked
package dev.landwaiter.cli.flags;

import org.jspecify.annotations.NullMarked;
