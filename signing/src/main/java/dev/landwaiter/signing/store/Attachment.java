package dev.landwaiter.signing.store;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.oci.Descriptor;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.Refusal;
import java.util.Optional;

/// The one layer of a manifest that refers to an image and says what type of artifact it is.
///
/// @param carrier the manifest
/// @param layer its layer
/// @param content the bytes as the layer promises them; empty where there is trouble
/// @param trouble why they could not be had
public record Attachment(
    Digest carrier, Descriptor layer, Bytes content, Optional<Refusal> trouble) {}
