package dev.landwaiter.oci.run;

import dev.landwaiter.oci.registry.RegistryOptions;

/// What may be reached, and how.
///
/// @param offline no socket of any kind is opened
public record Network(boolean offline, RegistryOptions registry, Sockets sockets) {}
