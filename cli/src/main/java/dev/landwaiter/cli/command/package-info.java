/// What a command is, and the list of all of them.
@NullMarked
package dev.landwaiter.cli.command;

import org.jspecify.annotations.NullMarked;
