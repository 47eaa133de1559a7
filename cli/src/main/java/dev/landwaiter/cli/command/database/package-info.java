/// The databases that commands judge by: found, and pulled where they are due.
@NullMarked
package dev.landwaiter.cli.command.database;

import org.jspecify.annotations.NullMarked;
