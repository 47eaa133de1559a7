package dev.landwaiter.cli.command.rego;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.landwaiter.rego.HttpRequest;
import dev.landwaiter.rego.OutsideException;
import dev.landwaiter.rego.OutsideException.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/// How a request's server is trusted, and with which certificate the client shows itself.
final class TlsContext {
  private TlsContext() {}

  /// The context the options ask for, or empty when they ask for nothing special.
  static Optional<SSLContext> of(HttpRequest.Tls tls) throws OutsideException {
    if (tls.authorities().isEmpty() && tls.certificate().isEmpty() && !tls.unverified()) {
      return Optional.empty();
    }
    try {
      var context = SSLContext.getInstance("TLS");
      context.init(keys(tls), trust(tls), null);
      return Optional.of(context);
    } catch (GeneralSecurityException | IOException e) {
      throw new OutsideException(Reason.NETWORK, "tls: " + e.getMessage());
    }
  }

  private static TrustManager[] trust(HttpRequest.Tls tls)
      throws GeneralSecurityException, IOException {
    if (tls.unverified()) {
      return new TrustManager[] {new Unverified()};
    }
    if (tls.authorities().isEmpty()) {
      return system();
    }
    var store = emptyStore();
    int count = 0;
    for (String pem : tls.authorities()) {
      for (Certificate certificate : certificates(pem)) {
        store.setCertificateEntry("given" + count++, certificate);
      }
    }
    if (tls.systemAuthorities()) {
      for (TrustManager manager : system()) {
        if (manager instanceof X509TrustManager trusted) {
          for (X509Certificate certificate : trusted.getAcceptedIssuers()) {
            store.setCertificateEntry("system" + count++, certificate);
          }
        }
      }
    }
    var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory.getTrustManagers();
  }

  private static TrustManager[] system() throws GeneralSecurityException {
    var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init((KeyStore) null);
    return factory.getTrustManagers();
  }

  private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
    var store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    return store;
  }

  private static Collection<? extends Certificate> certificates(String pem)
      throws GeneralSecurityException {
    return CertificateFactory.getInstance("X.509")
        .generateCertificates(new ByteArrayInputStream(pem.getBytes(UTF_8)));
  }

  private static KeyManager[] keys(HttpRequest.Tls tls)
      throws GeneralSecurityException, IOException {
    if (tls.certificate().isEmpty() || tls.key().isEmpty()) {
      return new KeyManager[0];
    }
    var store = emptyStore();
    store.setKeyEntry(
        "client",
        key(tls.key().get()),
        new char[0],
        certificates(tls.certificate().get()).toArray(Certificate[]::new));
    var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, new char[0]);
    return factory.getKeyManagers();
  }

  /// Reads a private key in PKCS#8, of whichever algorithm it is.
  private static PrivateKey key(String pem) throws GeneralSecurityException {
    String begin = "-----BEGIN PRIVATE KEY-----";
    int start = pem.indexOf(begin);
    int end = pem.indexOf("-----END PRIVATE KEY-----");
    if (start < 0 || end < start) {
      throw new InvalidKeySpecException("the client's key is no PEM block PRIVATE KEY (PKCS#8)");
    }
    byte[] encoded = Base64.getMimeDecoder().decode(pem.substring(start + begin.length(), end));
    for (String algorithm : List.of("RSA", "EC", "Ed25519")) {
      try {
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(encoded));
      } catch (InvalidKeySpecException e) {
        // Of another algorithm; the last one tells below.
      }
    }
    throw new InvalidKeySpecException("the client's key is of no known algorithm");
  }
}
