/// The program: wiring, streams and exit codes.
@NullMarked
package dev.landwaiter.cli;

import org.jspecify.annotations.NullMarked;
