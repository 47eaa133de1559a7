/// Comments that ignore findings or name the shell.
@NullMarked
package dev.landwaiter.dockerfile.pragma;

import org.jspecify.annotations.NullMarked;
