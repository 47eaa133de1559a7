/// Commands for registries: logins, listings, looking, copying.
@NullMarked
package dev.landwaiter.cli.command.registry;

import org.jspecify.annotations.NullMarked;
