/// Tests of flags.
@NullMarked
package dev.landwaiter.cli.flag;

import org.jspecify.annotations.NullMarked;
