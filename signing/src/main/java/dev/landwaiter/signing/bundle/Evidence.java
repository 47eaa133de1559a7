package dev.landwaiter.signing.bundle;

import dev.landwaiter.signing.Bytes;
import java.util.List;
import java.util.Optional;

/// One signature with everything that came with it, whatever form it came in. Nothing of it is
/// verified: it is what a verifier is given.
///
/// @param origin where it was found, for reports: a file, or the digest of the carrying manifest
/// @param form what it was stored as
/// @param signer what it says about its signer
/// @param signed what the signature is over
/// @param signature the raw bytes
/// @param entries of transparency logs
/// @param timestamps whole responses of timestamp authorities (RFC 3161)
/// @param certificateTimestamp a signed certificate timestamp beside the certificate, in the JSON
///   form of RFC 6962, 4.1
public record Evidence(
    String origin,
    Form form,
    Signer signer,
    Signed signed,
    Bytes signature,
    List<LogEntry> entries,
    List<Bytes> timestamps,
    Optional<Bytes> certificateTimestamp) {
  public Evidence {
    entries = List.copyOf(entries);
    timestamps = List.copyOf(timestamps);
  }

  /// What it was stored as; the rules differ.
  public enum Form {
    /// Layers, files and annotations of cosign 1 and 2.
    LEGACY,
    BUNDLE_0_1,
    BUNDLE_0_2,
    BUNDLE_0_3
  }

  /// What the material says about its signer. A claim, never trust.
  public sealed interface Signer {
    /// A key that the caller must know.
    ///
    /// @param hint names it, or empty
    record Key(String hint) implements Signer {}

    /// A public key that the material itself carries, as legacy blob bundles do. It never verifies
    /// anything; it must equal the caller's.
    ///
    /// @param spki DER `SubjectPublicKeyInfo`
    record ClaimedKey(Bytes spki) implements Signer {}

    /// A certificate, DER.
    ///
    /// @param intermediates between the leaf and a root, nearest to the leaf first, DER
    record Certificate(Bytes leaf, List<Bytes> intermediates) implements Signer {
      public Certificate {
        intermediates = List.copyOf(intermediates);
      }
    }
  }

  /// What the signature is over.
  public sealed interface Signed {
    /// A message that is not in the material: a file.
    ///
    /// @param claimed the digest that the bundle claims, or empty
    record Artifact(Optional<ClaimedDigest> claimed) implements Signed {}

    /// A message that is in the material: the payload of simple signing.
    record Payload(Bytes payload) implements Signed {}

    /// The payload of an envelope.
    ///
    /// @param text the envelope's JSON as it came, or empty where it was part of a bundle
    record Dsse(Envelope envelope, Bytes text) implements Signed {}
  }

  /// A digest that material claims; the artifact decides.
  ///
  /// @param algorithm as the material spells it in protocol buffers
  public record ClaimedDigest(String algorithm, Bytes digest) {}
}
