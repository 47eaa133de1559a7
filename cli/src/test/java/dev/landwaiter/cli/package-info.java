/// Tests of whole command lines.
@NullMarked
package dev.landwaiter.cli;

import org.jspecify.annotations.NullMarked;
