<<<<<<< HEAD
/// Commands for registries: who the user is there, and what they hold.
=======
/// Commands for registries: logins, listings, looking, copying.
>>>>>>> ab5a1d1 (registry ls, inspect, copy and pull)
@NullMarked
package dev.landwaiter.cli.command.registry;

import org.jspecify.annotations.NullMarked;
