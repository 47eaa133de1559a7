/// The gate: constraints and templates over manifests, as Gatekeeper's gator runs them.
@NullMarked
package dev.landwaiter.cli.command.gate;

import org.jspecify.annotations.NullMarked;
