package dev.landwaiter.signing.log;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.HashAlgorithm;
import dev.landwaiter.signing.VerificationKey;
import dev.landwaiter.signing.bundle.Envelope;
import dev.landwaiter.signing.bundle.Evidence;
import java.util.Map;
import java.util.Optional;

/// What an entry of a log must be about: one signature, by whom, over what.
///
/// @param form decides which kinds of entries and which proofs count
/// @param signature the raw bytes
public record Logged(Evidence.Form form, Bytes signature, Signer signer, Content content) {

  /// Who signed.
  public sealed interface Signer {
    /// The key that the signature is verified with.
    VerificationKey key();

    /// A key that the caller brought.
    record Key(VerificationKey key) implements Signer {}

    /// The holder of a certificate.
    ///
    /// @param der the leaf certificate as received
    /// @param key the key in it
    record Certificate(Bytes der, VerificationKey key) implements Signer {}
  }

  /// What was signed.
  public sealed interface Content {
    /// A message at hand.
    record Message(Bytes message) implements Content {}

    /// A message of which only digests are known.
    record Digests(Map<HashAlgorithm, Bytes> digests) implements Content {
      public Digests {
        digests = Map.copyOf(digests);
      }
    }

    /// The payload of an envelope.
    ///
    /// @param text the envelope's JSON as received, for old entries that name nothing but its hash
    record Dsse(Envelope envelope, Optional<Bytes> text) implements Content {}
  }
}
