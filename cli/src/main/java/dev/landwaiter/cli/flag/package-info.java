/// Flags of a command line: what they are, how they are read (POSIX with GNU long options, as Go
/// programs do), where their values come from.
@NullMarked
package dev.landwaiter.cli.flag;

import org.jspecify.annotations.NullMarked;
