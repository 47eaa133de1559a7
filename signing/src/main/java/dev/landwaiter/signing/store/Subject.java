package dev.landwaiter.signing.store;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.oci.Descriptor;
import dev.landwaiter.signing.Bytes;
import java.util.List;

/// A manifest or an index that may be signed, as it was served.
///
/// @param size of the manifest in bytes
/// @param manifest the bytes as they came; the digest is over these
/// @param children the manifests of an index, or none
public record Subject(
    Digest digest, String mediaType, long size, Bytes manifest, List<Descriptor> children) {
  public Subject {
    children = List.copyOf(children);
  }

  /// What points at it.
  public Descriptor descriptor() {
    return Descriptor.of(mediaType, digest, size);
  }
}
