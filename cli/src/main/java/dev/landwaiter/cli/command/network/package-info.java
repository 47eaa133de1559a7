/// What the user's flags and environment say about reaching registries.
@NullMarked
package dev.landwaiter.cli.command.network;

import org.jspecify.annotations.NullMarked;
