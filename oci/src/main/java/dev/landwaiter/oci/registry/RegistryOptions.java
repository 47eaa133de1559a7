package dev.landwaiter.oci.registry;

import dev.landwaiter.oci.Waiting;
import java.net.ProxySelector;

/// How to talk to registries.
///
/// @param proxies which proxy to use for an address; `HttpClient.Builder.NO_PROXY` for none
/// @param routes which hosts are asked for the images of a registry
public record RegistryOptions(
    Logins logins, TlsOptions tls, ProxySelector proxies, Waiting waiting, Routes routes) {

  /// Every registry by its own host.
  public RegistryOptions(Logins logins, TlsOptions tls, ProxySelector proxies, Waiting waiting) {
    this(logins, tls, proxies, waiting, Routes.DIRECT);
  }

  /// The same for a registry that the user did not give a login for: only those kept by host.
  public RegistryOptions withoutGivenLogins() {
    return new RegistryOptions(logins.kept(), tls, proxies, waiting, routes);
  }

  /// The same for a host that our certificates are not for.
  RegistryOptions withoutClients() {
    return new RegistryOptions(logins, tls.withoutClients(), proxies, waiting, routes);
  }
}
