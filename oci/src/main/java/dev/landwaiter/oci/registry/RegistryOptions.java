package dev.landwaiter.oci.registry;

import dev.landwaiter.oci.Waiting;
import java.net.ProxySelector;

/// How to talk to registries.
///
/// @param proxies which proxy to use for an address; `HttpClient.Builder.NO_PROXY` for none
public record RegistryOptions(
    Logins logins, TlsOptions tls, ProxySelector proxies, Waiting waiting) {

  /// The same for a registry that the user did not give a login for: only those kept by host.
  public RegistryOptions withoutGivenLogins() {
    return new RegistryOptions(logins.kept(), tls, proxies, waiting);
  }
}
