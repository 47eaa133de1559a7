/// The commands around advisory databases.
@NullMarked
package dev.landwaiter.cli.command.db;

import org.jspecify.annotations.NullMarked;
