package dev.landwaiter.signing.notation;

import java.util.Map;

/// What a signature is about: a descriptor (signature specification, payload).
///
/// @param digest with its algorithm, such as `sha256:…`
/// @param annotations what the signer wrote beside it
public record TargetArtifact(
    String mediaType, String digest, long size, Map<String, String> annotations) {
  public TargetArtifact {
    annotations = Map.copyOf(annotations);
  }

  /// For messages.
  @Override
  public String toString() {
    return "%s of %d bytes, %s".formatted(digest, size, mediaType);
  }
}
