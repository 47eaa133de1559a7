/// Recorded runs of other programs, and how answers are held against them.
@NullMarked
package dev.landwaiter.cli.agreement;

import org.jspecify.annotations.NullMarked;
