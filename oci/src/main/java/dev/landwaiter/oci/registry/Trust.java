package dev.landwaiter.oci.registry;

import dev.landwaiter.oci.ImageException;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/// The TLS context that [TlsOptions] ask for.
record Trust(SSLContext context) {
  /// @param host with port where one is given; the only one that our own certificates are shown to
  /// @throws ImageException when a file of certificates or keys cannot be read
  static Trust of(TlsOptions options, String host) throws ImageException {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(ClientKeys.managers(options.clients(), host), managers(options), null);
      return new Trust(context);
    } catch (GeneralSecurityException e) {
      throw new ImageException(
          ImageException.Code.INVALID, "TLS cannot be set up: " + e.getMessage(), e);
    }
  }

  private static TrustManager @Nullable [] managers(TlsOptions options)
      throws GeneralSecurityException, ImageException {
    if (options.insecure()) {
      return new TrustManager[] {new Everybody()};
    }
    return options.caFiles().isEmpty() ? null : including(options.caFiles());
  }

  private static TrustManager[] including(List<Path> files)
      throws GeneralSecurityException, ImageException {
    try {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      int number = 0;
      for (X509Certificate known : runtimeCertificates()) {
        store.setCertificateEntry("runtime" + number++, known);
      }
      for (Path file : files) {
        for (Certificate given : Pem.certificates(file)) {
          store.setCertificateEntry("given" + number++, given);
        }
      }
      var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(store);
      return factory.getTrustManagers();
    } catch (IOException e) {
      throw e instanceof ImageException known
          ? known
          : new ImageException(ImageException.Code.INVALID, "TLS cannot be set up", e);
    }
  }

  private static List<X509Certificate> runtimeCertificates() throws GeneralSecurityException {
    var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init((KeyStore) null);
    return Arrays.stream(factory.getTrustManagers())
        .filter(X509TrustManager.class::isInstance)
        .flatMap(m -> Arrays.stream(((X509TrustManager) m).getAcceptedIssuers()))
        .toList();
  }

  /// Accepts every certificate for every host: what `--insecure` asks for. Extending the extended
  /// class is what turns the check of the host name off, too.
  private static final class Everybody extends X509ExtendedTrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
