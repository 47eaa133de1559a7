/// Commands that serve until they are asked to end.
@NullMarked
package dev.landwaiter.cli.command.serve;

import org.jspecify.annotations.NullMarked;
