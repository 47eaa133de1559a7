package dev.landwaiter.signing.service.client;

import dev.landwaiter.signing.Bytes;
import java.util.List;
import java.util.Optional;

/// What a certificate authority answered. Nothing of it is trusted for having come from there.
///
/// @param leaf DER
/// @param chain the certificates above the leaf, nearest first, DER
/// @param certificateTimestamp a signed certificate timestamp that is not in the leaf, in the JSON
///   form of RFC 6962, 4.1
public record IssuedCertificate(
    Bytes leaf, List<Bytes> chain, Optional<Bytes> certificateTimestamp) {
  public IssuedCertificate {
    chain = List.copyOf(chain);
  }
}
