package dev.landwaiter.cli.command.network;

import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.oci.registry.KnownProxies;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The proxies that the environment names: `HTTPS_PROXY`, `HTTP_PROXY`, `NO_PROXY`, in capitals or
/// not. A user name and a password in a proxy's address are for that proxy alone.
public final class EnvironmentProxies extends KnownProxies {
  private static final List<String> SCHEMES = List.of("http", "https");

  private final Map<String, String> environment;
  private final ProxyExceptions exceptions;

  private EnvironmentProxies(Map<String, String> environment) {
    this.environment = environment;
    this.exceptions = new ProxyExceptions(named(environment, "no_proxy"));
  }

  /// Reads the variables.
  ///
  /// @throws UsageException when one names something else than an HTTP proxy
  public static EnvironmentProxies of(Map<String, String> environment) throws UsageException {
    for (String scheme : SCHEMES) {
      String variable = scheme + "_proxy";
      if (!named(environment, variable).isEmpty() && proxy(environment, scheme).isEmpty()) {
        throw new UsageException(
            "the variable %s does not name a proxy as http://HOST[:PORT], the only kind there is"
                .formatted(variable.toUpperCase(Locale.ROOT)));
      }
    }
    return new EnvironmentProxies(environment);
  }

  @Override
  public List<Proxy> select(URI uri) {
    return through(uri)
        .map(proxy -> {
          int port = proxy.getPort() < 0 ? 80 : proxy.getPort();
          var address = InetSocketAddress.createUnresolved(proxy.getHost(), port);
          return List.of(new Proxy(Proxy.Type.HTTP, address));
        })
        .orElse(List.of(Proxy.NO_PROXY));
  }

  @Override
  public Optional<String> authorization(URI uri) {
    return through(uri)
        .map(URI::getRawUserInfo)
        .map(user -> URLDecoder.decode(user.replace("+", "%2B"), StandardCharsets.UTF_8))
        .map(user -> user.contains(":") ? user : user + ":")
        .map(pair -> pair.getBytes(StandardCharsets.UTF_8))
        .map(pair -> "Basic " + Base64.getEncoder().encodeToString(pair));
  }

  /// The address of the proxy for an address, if there is one.
  private Optional<URI> through(URI uri) {
    String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
    return local(host) || exceptions.cover(uri)
        ? Optional.empty()
        : proxy(environment, uri.getScheme());
  }

  private static Optional<URI> proxy(Map<String, String> environment, String scheme) {
    String address = named(environment, scheme + "_proxy");
    try {
      URI proxy = new URI(address.contains("://") ? address : "http://" + address);
      boolean fine =
          !address.isEmpty()
              && "http".equalsIgnoreCase(proxy.getScheme())
              && proxy.getHost() != null
              && proxy.getPort() <= 65535;
      return fine ? Optional.of(proxy) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static String named(Map<String, String> environment, String name) {
    String lower = environment.getOrDefault(name, "");
    return lower.isEmpty() ? environment.getOrDefault(name.toUpperCase(Locale.ROOT), "") : lower;
  }

  private static boolean local(String host) {
    return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
  }

  @Override
  public void connectFailed(URI uri, SocketAddress address, IOException e) {
    // Whoever connects reports the failure itself.
  }
}
