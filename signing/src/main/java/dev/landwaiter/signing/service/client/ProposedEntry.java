package dev.landwaiter.signing.service.client;

import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.HashAlgorithm;
import dev.landwaiter.signing.encoding.JsonMembers;
import java.util.List;

/// An entry as it is handed to a log of version 1 (Rekor's types `hashedrekord` and `dsse`).
///
/// @param content the JSON object
public record ProposedEntry(ObjectValue content) {
  /// A signature over a message of which the log sees the hash only.
  ///
  /// @param verifier certificate or public key, PEM
  public static ProposedEntry hashed(
      HashAlgorithm algorithm, Bytes digest, Bytes signature, String verifier) {
    JsonMembers hash =
        new JsonMembers().with("algorithm", algorithm.shortName()).with("value", digest.toHex());
    return of(
        "hashedrekord",
        new JsonMembers()
            .with("data", new JsonMembers().with("hash", hash))
            .with(
                "signature",
                new JsonMembers()
                    .with("content", signature)
                    .with("publicKey", new JsonMembers().with("content", Bytes.utf8(verifier)))));
  }

  /// A whole envelope; the log keeps hashes of it and its signatures.
  ///
  /// @param envelope the JSON text of the envelope
  /// @param verifier certificate or public key, PEM
  public static ProposedEntry envelope(Bytes envelope, String verifier) {
    return of(
        "dsse",
        new JsonMembers()
            .with(
                "proposedContent",
                new JsonMembers()
                    .with("envelope", envelope.toText())
                    .with("verifiers", List.of(new StringValue(Bytes.utf8(verifier).toBase64())))));
  }

  private static ProposedEntry of(String kind, JsonMembers spec) {
    return new ProposedEntry(
        new JsonMembers()
            .with("apiVersion", "0.0.1")
            .with("kind", kind)
            .with("spec", spec)
            .object());
  }
}
