package dev.landwaiter.server.http;

import dev.landwaiter.oci.registry.Pem;
import io.helidon.common.tls.Tls;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/// A certificate and its key, for TLS 1.2 and newer.
///
/// @param certificate file in PEM with the server's certificate first and those above it behind
/// @param key file in PEM (PKCS #8)
public record TlsFiles(Path certificate, Path key) {
  Tls read() throws IOException {
    List<X509Certificate> chain = new ArrayList<>();
    for (Certificate each : Pem.certificates(certificate)) {
      if (each instanceof X509Certificate x509) {
        chain.add(x509);
      }
    }
    return Tls.builder()
        .privateKey(Pem.key(key))
        .privateKeyCertChain(chain)
        .addEnabledProtocol("TLSv1.3")
        .addEnabledProtocol("TLSv1.2")
        .build();
  }
}
