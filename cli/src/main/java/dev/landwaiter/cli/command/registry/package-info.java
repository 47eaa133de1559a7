/// Commands for registries: who the user is there, and what they hold.
@NullMarked
package dev.landwaiter.cli.command.registry;

import org.jspecify.annotations.NullMarked;
