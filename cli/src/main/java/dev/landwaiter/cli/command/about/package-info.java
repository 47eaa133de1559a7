/// The commands that tell about the program itself.
@NullMarked
package dev.landwaiter.cli.command.about;

import org.jspecify.annotations.NullMarked;
