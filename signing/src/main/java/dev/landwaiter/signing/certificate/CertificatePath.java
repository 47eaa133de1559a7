package dev.landwaiter.signing.certificate;

import dev.landwaiter.signing.trust.Authority;
import java.util.List;

/// A verified path from a certificate to an authority that is trusted.
///
/// @param chain the leaf first, the authority's anchor last; at least two
public record CertificatePath(List<ParsedCertificate> chain, Authority authority) {
  public CertificatePath {
    chain = List.copyOf(chain);
  }

  public ParsedCertificate leaf() {
    return chain.getFirst();
  }

  /// The certificate that issued the leaf.
  public ParsedCertificate issuer() {
    return chain.get(1);
  }
}
