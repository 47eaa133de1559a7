package dev.landwaiter.signing.store;

import dev.landwaiter.oci.Descriptor;

/// What became of an addition.
///
/// @param carrier the manifest that holds it
/// @param place for messages, such as `registry.example/app:sha256-….sig`
/// @param added false when it was there already
public record Put(Descriptor carrier, String place, boolean added) {}
