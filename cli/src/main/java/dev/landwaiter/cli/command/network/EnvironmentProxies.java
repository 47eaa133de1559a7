package dev.landwaiter.cli.command.network;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The proxies that the environment names: `HTTPS_PROXY`, `HTTP_PROXY`, `NO_PROXY`, in capitals or
/// not.
public final class EnvironmentProxies extends ProxySelector {
  private final Map<String, String> environment;

  public EnvironmentProxies(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public List<Proxy> select(URI uri) {
    String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
    String address = named(uri.getScheme() + "_proxy");
    if (address.isEmpty() || local(host) || excepted(host)) {
      return List.of(Proxy.NO_PROXY);
    }
    URI proxy = URI.create(address.contains("://") ? address : "http://" + address);
    int port = proxy.getPort() < 0 ? 80 : proxy.getPort();
    return proxy.getHost() == null
        ? List.of(Proxy.NO_PROXY)
        : List.of(
            new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(proxy.getHost(), port)));
  }

  private String named(String name) {
    String lower = environment.getOrDefault(name, "");
    return lower.isEmpty() ? environment.getOrDefault(name.toUpperCase(Locale.ROOT), "") : lower;
  }

  private static boolean local(String host) {
    return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
  }

  private boolean excepted(String host) {
    for (String entry : named("no_proxy").split(",", -1)) {
      String suffix = entry.strip().toLowerCase(Locale.ROOT);
      while (suffix.startsWith(".") || suffix.startsWith("*.")) {
        suffix = suffix.substring(suffix.indexOf('.') + 1);
      }
      boolean covers =
          suffix.equals("*")
              || (!suffix.isEmpty() && (host.equals(suffix) || host.endsWith("." + suffix)));
      if (covers) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void connectFailed(URI uri, SocketAddress address, IOException e) {
    // Whoever connects reports the failure itself.
  }
}
