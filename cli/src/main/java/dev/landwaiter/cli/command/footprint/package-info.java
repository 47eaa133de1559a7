/// Advice on how much an image carries.
@NullMarked
package dev.landwaiter.cli.command.footprint;

import org.jspecify.annotations.NullMarked;
