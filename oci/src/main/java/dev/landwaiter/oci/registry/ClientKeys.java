package dev.landwaiter.oci.registry;

import dev.landwaiter.oci.ImageException;
import java.net.Socket;
import java.net.URI;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/// Shows our certificates to one host alone, not to token services and storage elsewhere.
final class ClientKeys extends X509ExtendedKeyManager {
  private final List<Pair> pairs;
  private final URI host;

  private record Pair(PrivateKey key, List<X509Certificate> chain) {}

  private ClientKeys(List<Pair> pairs, URI host) {
    this.pairs = pairs;
    this.host = host;
  }

  /// @param host with port where one is given
  static KeyManager @Nullable [] managers(List<TlsOptions.ClientCertificate> clients, String host)
      throws ImageException {
    if (clients.isEmpty()) {
      return null;
    }
    List<Pair> pairs = new ArrayList<>();
    for (TlsOptions.ClientCertificate client : clients) {
      List<Certificate> chain = Pem.certificates(client.certificate());
      PrivateKey key = Pem.key(client.key());
      PublicKey known = chain.getFirst().getPublicKey();
      if (!known.getAlgorithm().equals(key.getAlgorithm())) {
        throw new ImageException(
            ImageException.Code.INVALID,
            "the key in %s does not belong to the certificate in %s"
                .formatted(client.key(), client.certificate()));
      }
      pairs.add(new Pair(key, chain.stream().map(X509Certificate.class::cast).toList()));
    }
    return new KeyManager[] {new ClientKeys(pairs, URI.create("https://" + host))};
  }

  @Override
  public @Nullable String chooseEngineClientAlias(
      String[] keyTypes, Principal @Nullable [] issuers, SSLEngine engine) {
    int port = host.getPort() < 0 ? 443 : host.getPort();
    boolean meant =
        bare(String.valueOf(engine.getPeerHost())).equals(bare(String.valueOf(host.getHost())))
            && engine.getPeerPort() == port;
    if (!meant) {
      return null;
    }
    // One that the server's list of issuers fits, else the first of the right kind.
    List<Integer> kinds =
        IntStream.range(0, pairs.size()).filter(i -> kind(pairs.get(i), keyTypes)).boxed().toList();
    return kinds.stream()
        .filter(i -> issued(pairs.get(i), issuers))
        .findFirst()
        .or(() -> kinds.stream().findFirst())
        .map(String::valueOf)
        .orElse(null);
  }

  private static String bare(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.startsWith("[") ? lower.substring(1, lower.length() - 1) : lower;
  }

  private static boolean kind(Pair pair, String[] keyTypes) {
    return List.of(keyTypes).contains(pair.chain().getFirst().getPublicKey().getAlgorithm());
  }

  private static boolean issued(Pair pair, Principal @Nullable [] issuers) {
    if (issuers == null || issuers.length == 0) {
      return true;
    }
    for (X509Certificate certificate : pair.chain()) {
      if (List.of(issuers).contains(certificate.getIssuerX500Principal())) {
        return true;
      }
    }
    return false;
  }

  @Override
  public @Nullable String chooseClientAlias(
      String[] keyTypes, Principal @Nullable [] issuers, Socket socket) {
    return null;
  }

  @Override
  public X509Certificate @Nullable [] getCertificateChain(String alias) {
    return pairs.get(Integer.parseInt(alias)).chain().toArray(X509Certificate[]::new);
  }

  @Override
  public @Nullable PrivateKey getPrivateKey(String alias) {
    return pairs.get(Integer.parseInt(alias)).key();
  }

  @Override
  public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
    return null;
  }

  @Override
  public String @Nullable [] getServerAliases(String keyType, Principal @Nullable [] issuers) {
    return null;
  }

  @Override
  public @Nullable String chooseServerAlias(
      String keyType, Principal @Nullable [] issuers, Socket socket) {
    return null;
  }
}
