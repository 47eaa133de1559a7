package dev.landwaiter.signing.store;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.oci.Descriptor;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.Refusal;

/// One thing that was found for an image. Nothing of it is verified but that its bytes are those of
/// its descriptor.
public sealed interface Found {
  Kind kind();

  /// The manifest that carries it.
  Digest carrier();

  /// Its layer: type, digest, size and annotations.
  Descriptor layer();

  /// For reports: the carrying manifest, and the layer where there may be several.
  default String origin() {
    return kind() == Kind.BUNDLE
        ? carrier().toString()
        : carrier() + " layer " + layer().digest();
  }

  /// It was downloaded.
  ///
  /// @param content the bytes of the layer, as its descriptor promises
  record Whole(Kind kind, Digest carrier, Descriptor layer, Bytes content) implements Found {}

  /// It is there, but could not be had: too large, not the bytes that its descriptor promises, or
  /// the place failed.
  record Damaged(Kind kind, Digest carrier, Descriptor layer, Refusal refusal) implements Found {}
}
