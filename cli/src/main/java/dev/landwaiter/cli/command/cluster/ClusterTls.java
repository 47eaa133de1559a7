package dev.landwaiter.cli.command.cluster;

import dev.landwaiter.cli.command.cluster.ClusterConfig.ClientPem;
import dev.landwaiter.cli.command.cluster.ClusterConfig.Pem;
import dev.landwaiter.signing.key.PrivateKeyFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/// How a cluster proves who it is, and we to it.
final class ClusterTls {
  private ClusterTls() {}

  /// The context for a cluster, or empty where the runtime's own will do.
  static Optional<SSLContext> of(ClusterConfig config) throws IOException {
    if (config.authorities().isEmpty() && config.client().isEmpty()) {
      return Optional.empty();
    }
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys(config.client()), trusted(config.authorities()), null);
      return Optional.of(context);
    } catch (GeneralSecurityException e) {
      throw new IOException("TLS to the cluster cannot be set up: " + e.getMessage(), e);
    }
  }

  private static TrustManager[] trusted(Optional<Pem> authorities)
      throws GeneralSecurityException, IOException {
    var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    if (authorities.isEmpty()) {
      factory.init((KeyStore) null);
      return factory.getTrustManagers();
    }
    KeyStore store = empty();
    int number = 0;
    for (Certificate each : certificates(authorities.get())) {
      store.setCertificateEntry("ca" + number++, each);
    }
    factory.init(store);
    return factory.getTrustManagers();
  }

  private static KeyManager[] keys(Optional<ClientPem> client)
      throws GeneralSecurityException, IOException {
    if (client.isEmpty()) {
      return new KeyManager[0];
    }
    Pem text = client.get().key();
    PrivateKey key =
        PrivateKeyFile.plain(text.where(), text.text().getBytes(StandardCharsets.US_ASCII));
    KeyStore store = empty();
    store.setKeyEntry(
        "client",
        key,
        new char[0],
        certificates(client.get().certificate()).toArray(Certificate[]::new));
    var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, new char[0]);
    return factory.getKeyManagers();
  }

  private static KeyStore empty() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }

  private static Collection<? extends Certificate> certificates(Pem pem)
      throws GeneralSecurityException, IOException {
    var all =
        CertificateFactory.getInstance("X.509")
            .generateCertificates(
                new ByteArrayInputStream(pem.text().getBytes(StandardCharsets.US_ASCII)));
    if (all.isEmpty()) {
      throw new IOException(pem.where() + ": there is no certificate in PEM");
    }
    return all;
  }
}
