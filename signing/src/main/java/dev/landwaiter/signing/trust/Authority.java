package dev.landwaiter.signing.trust;

import dev.landwaiter.signing.Window;
import java.security.cert.X509Certificate;
import java.util.List;

/// A certificate authority or a timestamp authority that is trusted (sigstore protobuf-specs,
/// `CertificateAuthority`).
///
/// @param uri its address, or empty
/// @param chain nearest to the leaf first, the trust anchor last; at least one. That of a timestamp
///   authority may begin with the signer's own certificate
/// @param validFor when what it issued counts
public record Authority(String uri, List<X509Certificate> chain, Window validFor) {
  public Authority {
    chain = List.copyOf(chain);
  }

  public X509Certificate anchor() {
    return chain.getLast();
  }
}
