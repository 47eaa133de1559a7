package dev.landwaiter.signing.notation;

import dev.landwaiter.signing.Bytes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// An envelope taken apart (signature specification). Its header is in order; whether signature and
/// certificates are right is for a verifier.
///
/// @param signed the bytes that the signature is over
/// @param chain the certificates, leaf first, root last, DER
/// @param payload JSON that names the artifact
public record SignedEnvelope(
    SignatureAlgorithm algorithm,
    Bytes signed,
    Bytes signature,
    List<Bytes> chain,
    Bytes payload,
    Attributes attributes) {
  public SignedEnvelope {
    chain = List.copyOf(chain);
  }

  /// What the signer says beside the payload.
  ///
  /// @param signingTime a claim, or the word of a signing authority: the scheme tells
  /// @param expiry when the signature stops counting
  /// @param plugin the verification plugin that must take part, or empty
  /// @param timestamp a token (RFC 3161), DER; not signed
  /// @param agent what signed, or empty; not signed
  public record Attributes(
      SigningScheme scheme,
      Instant signingTime,
      Optional<Instant> expiry,
      String plugin,
      Optional<Bytes> timestamp,
      String agent) {}
}
